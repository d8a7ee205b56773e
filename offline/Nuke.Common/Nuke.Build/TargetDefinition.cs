namespace Nuke.Common.Execution;

internal sealed class TargetDefinition(ExecutableTarget target, Func<Target, ExecutableTarget> find) : ITargetDefinition
{
    // As in NUKE, the second form drops its result, even a Task<T>.
    public ITargetDefinition Executes(params Action[] actions) => With(() => target.Actions.AddRange(actions));

    public ITargetDefinition Executes<T>(Func<T> action) => Executes(new Action(() => action()));

    public ITargetDefinition Executes(Func<Task> action) => Executes(() => action().GetAwaiter().GetResult());

    public ITargetDefinition DependsOn(params Target[] targets) => Each(targets, target.ExecutionDependencies.Add);

    public ITargetDefinition Before(params Target[] targets) => Each(targets, x => x.OrderDependencies.Add(target));

    public ITargetDefinition After(params Target[] targets) => Each(targets, target.OrderDependencies.Add);

    public ITargetDefinition Triggers(params Target[] targets) => Each(targets, x => Link(target, x));

    public ITargetDefinition TriggeredBy(params Target[] targets) => Each(targets, x => Link(x, target));

    public ITargetDefinition OnlyWhenDynamic(Func<bool> condition, string text) => With(() => target.DynamicConditions.Add((text, condition)));

    public ITargetDefinition OnlyWhenStatic(Func<bool> condition, string text) => With(() => target.StaticConditions.Add((text, condition)));

    public ITargetDefinition Requires<T>(Expression<Func<T>> first, Expression<Func<T>>[] more)
        where T : class => Require([first, .. more]);

    public ITargetDefinition Requires<T>(Expression<Func<T?>> first, Expression<Func<T?>>[] more)
        where T : struct => Require([first, .. more]);

    public ITargetDefinition Requires(Expression<Func<bool>> first, Expression<Func<bool>>[] more) => Require([first, .. more]);

    public ITargetDefinition WhenSkipped(DependencyBehavior behavior) => With(() => target.DependencyBehavior = behavior);

    public ITargetDefinition AssuredAfterFailure() => With(() => target.AssuredAfterFailure = true);

    public ITargetDefinition ProceedAfterFailure() => With(() => target.ProceedAfterFailure = true);

    private static void Link(ExecutableTarget trigger, ExecutableTarget triggered)
    {
        trigger.Triggers.Add(triggered);
        triggered.TriggerDependencies.Add(trigger);
    }

    private ITargetDefinition Require(LambdaExpression[] requirements) => With(() => target.DelegateRequirements.AddRange(requirements));

    private ITargetDefinition Each(Target[] targets, Action<ExecutableTarget> action) => With(() => targets.Select(find).ToList().ForEach(action));

    private ITargetDefinition With(Action change)
    {
        change();
        return this;
    }
}
