using Serilog.Sinks.SystemConsole.Themes;

namespace Nuke.Common.Execution;

internal static class BuildManager
{
    private static readonly Stack<Action> s_onCancel = new();

    public static void OnCancel(Action action) => s_onCancel.Push(action);

    public static int Execute<T>(Expression<Func<T, Target>>[] defaults)
        where T : NukeBuild, new()
    {
        Console.OutputEncoding = Encoding.UTF8;
        Console.CancelKeyPress += (_, _) => s_onCancel.ToList().ForEach(x => x());
        var build = new T();
        try
        {
            Logging.Configure();
            var targets = Planner.FindTargets(build, defaults.Select(x => x.Compile()(build)));
            build.Raise<IOnBuildCreated>(x => x.OnBuildCreated(targets), build.OnBuildCreated);
            build.ExecutionPlan = Planner.Plan(targets, Parameters.Targets("Target"));
            build.Raise<IOnBuildInitialized>(x => x.OnBuildInitialized(targets, build.ExecutionPlan), build.OnBuildInitialized);
            OnCancel(() => Finish(build));
            new Executor(build).Run();
            return build.ExitCode ??= build.IsSucceeding ? 0 : -1;
        }
        catch (Exception exception)
        {
            if (exception is not TargetFailedException)
                Host.Current.WriteLine(exception.Unwrap().Message, ConsoleThemeStyle.LevelError);
            return build.ExitCode ??= -1;
        }
        finally
        {
            Finish(build);
            Log.CloseAndFlush();
        }
    }

    private static void Finish(NukeBuild build)
    {
        if (build.ExecutionPlan == null)
            return;

        foreach (var target in build.ExecutionPlan)
        {
            target.Stopwatch.Stop();
            target.Status =
                target.Status == ExecutionStatus.Running ? ExecutionStatus.Aborted
                : target.Status == ExecutionStatus.Scheduled ? ExecutionStatus.NotRun
                : target.Status;
        }

        Logging.RepeatErrorsAndWarnings();
        Summary.Write(build);
        build.Raise<IOnBuildFinished>(x => x.OnBuildFinished(), build.OnBuildFinished);
    }
}
