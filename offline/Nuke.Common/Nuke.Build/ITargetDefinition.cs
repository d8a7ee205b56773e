namespace Nuke.Common;

public delegate ITargetDefinition Target(ITargetDefinition definition);

public enum DependencyBehavior
{
    Skip,
    Execute,
}

public interface ITargetDefinition
{
    ITargetDefinition Executes(params Action[] actions);
    ITargetDefinition Executes<T>(Func<T> action);
    ITargetDefinition Executes(Func<Task> action);
    ITargetDefinition DependsOn(params Target[] targets);
    ITargetDefinition OnlyWhenDynamic(Func<bool> condition, [CallerArgumentExpression("condition")] string conditionExpression = null);
    ITargetDefinition OnlyWhenStatic(Func<bool> condition, [CallerArgumentExpression("condition")] string conditionExpression = null);
    ITargetDefinition Requires<T>(Expression<Func<T>> parameterRequirement, params Expression<Func<T>>[] parameterRequirements)
        where T : class;
    ITargetDefinition Requires<T>(Expression<Func<T?>> parameterRequirement, params Expression<Func<T?>>[] parameterRequirements)
        where T : struct;
    ITargetDefinition Requires(Expression<Func<bool>> requirement, params Expression<Func<bool>>[] requirements);
    ITargetDefinition WhenSkipped(DependencyBehavior dependencyBehavior);
    ITargetDefinition Before(params Target[] targets);
    ITargetDefinition After(params Target[] targets);
    ITargetDefinition Triggers(params Target[] targets);
    ITargetDefinition TriggeredBy(params Target[] targets);
    ITargetDefinition AssuredAfterFailure();
    ITargetDefinition ProceedAfterFailure();
}
