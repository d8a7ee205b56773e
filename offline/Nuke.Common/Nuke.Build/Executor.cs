namespace Nuke.Common.Execution;

internal sealed class TargetFailedException(string target, Exception inner) : Exception($"Target '{target}' has thrown an exception.", inner);

internal sealed class Executor(NukeBuild build)
{
    public void Run()
    {
        var skip = Parameters.Targets("Skip");
        foreach (var target in build.ExecutionPlan.Where(x => skip?.Length == 0 || skip?.Contains(x.Name, StringComparer.OrdinalIgnoreCase) == true))
            MarkSkipped(target, "via parameter");
        foreach (var target in build.ExecutionPlan)
            SkipUnless(target.StaticConditions, target);
        foreach (var target in build.ScheduledTargets)
            target.DelegateRequirements.ForEach(x => Require(x, target.Name));

        BuildManager.OnCancel(RunAssured);
        try
        {
            foreach (var target in build.ExecutionPlan)
                Run(target, rethrow: !target.ProceedAfterFailure);
        }
        catch
        {
            RunAssured();
            throw;
        }
    }

    private static void Require(LambdaExpression requirement, string target)
    {
        if (requirement is Expression<Func<bool>> condition)
        {
            Assert.True(condition.Compile()(), $"Target '{target}' requires '{requirement.Body}'");
            return;
        }

        var member = ((MemberExpression)requirement.Body).Member;
        var isInjected = member.IsDefined(typeof(ParameterAttribute));
        Assert.True(isInjected, $"Member '{member.Name}' is required from target '{target}' but not marked with an injection attribute.");
        if (string.IsNullOrWhiteSpace(requirement.Compile().DynamicInvoke()?.ToString()))
            Assert.Fail($"Target '{target}' requires member '{member.Name}' to be not null or empty");
    }

    private void RunAssured()
    {
        foreach (var target in build.ExecutionPlan.Where(x => x.AssuredAfterFailure && x.Status == ExecutionStatus.Scheduled))
            Run(target, rethrow: false);
    }

    private void Run(ExecutableTarget target, bool rethrow)
    {
        if (target.Status == ExecutionStatus.Skipped || SkipUnless(target.DynamicConditions, target))
        {
            target.Status = ExecutionStatus.Skipped;
            build.Raise<IOnTargetSkipped>(x => x.OnTargetSkipped(target), () => build.OnTargetSkipped(target.Name));
        }
        else if (target.Actions.Count == 0)
            target.Status = ExecutionStatus.Collective;
        else
            Execute(target, rethrow);
    }

    private void Execute(ExecutableTarget target, bool rethrow)
    {
        Logging.SetTarget(target.Name);
        using var block = Host.Current.WriteBlock(target.Name);
        target.Stopwatch.Start();
        target.Status = ExecutionStatus.Running;
        build.Raise<IOnTargetRunning>(x => x.OnTargetRunning(target), () => build.OnTargetRunning(target.Name));
        try
        {
            target.Actions.ForEach(x => x());
            target.Stopwatch.Stop();
            target.Status = ExecutionStatus.Succeeded;
            build.Raise<IOnTargetSucceeded>(x => x.OnTargetSucceeded(target), () => build.OnTargetSucceeded(target.Name));
        }
        catch (Exception thrown)
        {
            var exception = thrown.Unwrap();
            if (target.SummaryInformation.Count == 0)
                build.ReportSummary(target, x => x.AddPair(exception.GetType().Name, exception.Message.Split('\r', '\n')[0]));
            Log.Error(exception, "Target {TargetName} has thrown an exception", target.Name);
            target.Stopwatch.Stop();
            target.Status = ExecutionStatus.Failed;
            build.Raise<IOnTargetFailed>(x => x.OnTargetFailed(target), () => build.OnTargetFailed(target.Name));
            if (rethrow)
                throw new TargetFailedException(target.Name, exception);
        }
    }

    private bool SkipUnless(List<(string Text, Func<bool> Holds)> conditions, ExecutableTarget target)
    {
        try
        {
            if (conditions.Where(x => !x.Holds()).Select(x => x.Text.Split("=>", 2)[^1].Trim()).ToList() is { Count: > 0 } violated)
            {
                target.SummaryInformation["OnlyWhen"] = string.Join(" && ", violated);
                MarkSkipped(target);
            }

            return target.SummaryInformation.ContainsKey("OnlyWhen");
        }
        catch (Exception exception)
        {
            Log.Error(exception.Unwrap(), "Invocation of condition for {TargetName} has thrown an exception", target.Name);
            throw new TargetFailedException(target.Name, exception);
        }
    }

    /// <remarks>A target that was invoked by name is skipped only at its turn. The targets that only it needs are skipped now.</remarks>
    private void MarkSkipped(ExecutableTarget target, string reason = null)
    {
        if (target.Status != ExecutionStatus.Scheduled)
            return;

        target.Status = target.Invoked ? target.Status : ExecutionStatus.Skipped;
        if (!target.Invoked && reason != null)
            target.SummaryInformation.TryAdd("Skipped", reason);
        if (target.DependencyBehavior == DependencyBehavior.Execute)
            return;

        var others = build.ScheduledTargets.Where(x => x != target).SelectMany(x => x.ExecutionDependencies.Concat(x.Triggers));
        foreach (var freed in target.ExecutionDependencies.Concat(target.Triggers).Except(others).ToList())
            MarkSkipped(freed, $"because of {target.Name}");
    }
}
