namespace Nuke.Common.Execution;

internal static class Planner
{
    public static IReadOnlyCollection<ExecutableTarget> FindTargets(NukeBuild build, IEnumerable<Target> defaults)
    {
        var targets = new Dictionary<Target, ExecutableTarget>();
        foreach (var property in build.GetType().GetProperties(Parameters.Members).Where(x => x.PropertyType == typeof(Target)))
        {
            var factory = (Target)property.GetValue(build);
            targets.Add(factory, new ExecutableTarget { Name = property.Name, IsDefault = defaults.Contains(factory) });
        }

        foreach (var (factory, target) in targets)
            factory(new TargetDefinition(target, x => targets[x]));
        return [.. targets.Values];
    }

    public static IReadOnlyCollection<ExecutableTarget> Plan(IReadOnlyCollection<ExecutableTarget> targets, string[] names)
    {
        foreach (var name in names ?? [])
        {
            var target =
                targets.FirstOrDefault(x => x.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                ?? throw new Exception($"Target with name '{name}' does not exist. Available targets are:{Listing(targets.OrderBy(x => x.Name))}");
            target.Invoked = true;
        }

        var plan = Order(targets, [.. targets.Where(x => names == null ? x.IsDefault : x.Invoked)]);
        while (plan.SelectMany(x => x.Triggers).Except(plan).ToList() is { Count: > 0 } triggered)
            plan = Order(targets, [.. plan, .. triggered]);
        plan.ForEach(x => x.Status = ExecutionStatus.Scheduled);
        return plan;
    }

    /// <remarks>Works from the last target to the first: the next one is a target that no other waits for, in order of declaration.</remarks>
    private static List<ExecutableTarget> Order(IEnumerable<ExecutableTarget> targets, List<ExecutableTarget> wanted)
    {
        var (rest, plan) = (targets.ToList(), new List<ExecutableTarget>());
        while (rest.Count > 0)
        {
            var last =
                rest.Find(x => !rest.Any(y => y.ExecutionDependencies.Concat(y.OrderDependencies).Concat(y.TriggerDependencies).Contains(x)))
                ?? throw new Exception($"Circular dependencies between targets:{Listing(rest)}");
            rest.Remove(last);
            if (wanted.Contains(last) || plan.Any(x => x.ExecutionDependencies.Contains(last)))
                plan.Insert(0, last);
        }

        return plan;
    }

    private static string Listing(IEnumerable<ExecutableTarget> targets) => string.Concat(targets.Select(x => $"{Environment.NewLine}  - {x.Name}"));
}
