using System.Collections.Concurrent;

namespace Nuke.Common.Tooling;

public delegate T Configure<T>(T options);
public delegate IEnumerable<T> CombinatorialConfigure<T>(T options)
    where T : new();

public static class ConfigureExtensions
{
    public static T InvokeSafe<T>(this Configure<T> configurator, T obj) => configurator == null ? obj : configurator(obj);

    /// <remarks>The tools' output is logged at the end, one tool after another.</remarks>
    public static IReadOnlyCollection<(TOptions Options, IReadOnlyCollection<Output> Output)> Invoke<TOptions>(
        this CombinatorialConfigure<TOptions> configurator,
        Func<TOptions, IReadOnlyCollection<Output>> executor,
        int degreeOfParallelism,
        bool completeOnFailure
    )
        where TOptions : ToolOptions, new()
    {
        var ended = new ConcurrentBag<(TOptions Options, IReadOnlyCollection<Output> Output, Exception Failure)>();
        try
        {
            configurator(new TOptions())
                .AsParallel()
                .WithDegreeOfParallelism(degreeOfParallelism)
                .ForAll(x =>
                {
                    try
                    {
                        ended.Add((x, executor(x.DisableProcessOutputLogging()), null));
                    }
                    catch (Exception failure)
                    {
                        ended.Add((x, (failure as ProcessException)?.Process.Output, failure));
                        if (!completeOnFailure)
                            throw;
                    }
                });
            if (ended.Any(x => x.Failure != null))
                throw new AggregateException(ended.Select(x => x.Failure).Where(x => x != null));
            return [.. ended.Select(x => (x.Options, x.Output))];
        }
        finally
        {
            foreach (var (options, output, _) in ended.Where(x => x.Options.ProcessOutputLogging != false))
                output.ToList().ForEach(x => options.CreateTasks().GetLogger(options)(x.Type, x.Text));
        }
    }
}
