using System.Diagnostics;
using System.Globalization;
using AcrTokens.Faults.Builds;
using AcrTokens.Faults.Chaos;
using AcrTokens.Faults.Clients;
using AcrTokens.Faults.Requests;
using AcrTokens.Faults.Scripts;

namespace AcrTokens.Faults;

/// <summary>The program's commands, by their names on the command line.</summary>
internal static class Commands
{
    public static int Usage()
    {
        Console.Error.WriteLine("Usage: serve | matrix | fallout | scripts | chaos [--builds N] [--seed S] | rounds [--rounds N] [--processes M]");
        return 2;
    }

    /// <summary>Runs every request x every fault, and every stage of a build x every ending.</summary>
    public static async Task<int> MatrixAsync()
    {
        var watch = Stopwatch.StartNew();
        await using var registry = await ServedRegistry.StartAsync();
        IReadOnlyList<Verdict> requests =
        [
            .. await RequestMatrix.RunAsync(registry, RequestCases.All),
            .. await RequestMatrix.RunWithClockOffAsync(registry),
        ];
        Console.WriteLine($"{requests.Count} cases of requests in {watch.Elapsed.TotalSeconds:F1} s");
        var builds = await BuildMatrix.RunAllAsync(registry);
        Console.WriteLine($"{builds.Count} builds");
        var scripts = await ScriptMatrix.RunAsync(registry, ScriptCase.All);
        Console.WriteLine($"{scripts.Count} scripts");
        return Finish(new Summary([.. requests, .. builds, .. scripts], await Sweeping.RunAsync(registry), watch.Elapsed));
    }

    /// <summary>Runs builds with random faults, signals and kills.</summary>
    public static async Task<int> ChaosAsync(string[] options)
    {
        var builds = Option(options, "--builds", 100);
        var seed = Option(options, "--seed", Environment.TickCount);
        Console.WriteLine($"{builds} builds from seed {seed}: chaos --builds {builds} --seed {seed}");

        var watch = Stopwatch.StartNew();
        await using var registry = await ServedRegistry.StartAsync();
        var verdicts = await BuildMatrix.RunAsync(registry, new ChaosPlan(seed).Draw(builds));
        return Finish(new Summary(verdicts, await Sweeping.RunAsync(registry), watch.Elapsed));
    }

    /// <summary>Runs the builds of the matrix that end while a lease is in use or being revoked, on Fallout.</summary>
    public static async Task<int> FalloutAsync()
    {
        var watch = Stopwatch.StartNew();
        await using var registry = await ServedRegistry.StartAsync();
        var cases = BuildCase.All.Where(build => build.Stage is BuildStage.InUse or BuildStage.DuringRevoke);
        var verdicts = await BuildMatrix.RunAsync(registry, cases, command: _ => BuildRun.OnFallout);
        return Finish(new Summary(verdicts, await Sweeping.RunAsync(registry), watch.Elapsed));
    }

    /// <summary>Runs the part of the matrix with scripts instead of builds.</summary>
    public static async Task<int> ScriptsAsync()
    {
        var watch = Stopwatch.StartNew();
        await using var registry = await ServedRegistry.StartAsync();
        var verdicts = await ScriptMatrix.RunAsync(registry, ScriptCase.All);
        return Finish(new Summary(verdicts, await Sweeping.RunAsync(registry), watch.Elapsed));
    }

    /// <summary>Runs processes that mint and revoke in a loop, and ends them in the middle of it.</summary>
    public static async Task<int> RoundsAsync(string[] options)
    {
        var watch = Stopwatch.StartNew();
        await using var registry = await ServedRegistry.StartAsync();
        var verdicts = await Rounds.RunAsync(registry, Option(options, "--rounds", 2), Option(options, "--processes", 12));
        return Finish(new Summary(verdicts, await Sweeping.RunAsync(registry), watch.Elapsed));
    }

    private static int Finish(Summary summary)
    {
        summary.Write(Console.Out);
        return summary.IsGood ? 0 : 1;
    }

    private static int Option(string[] options, string name, int otherwise) =>
        Array.IndexOf(options, name) is >= 0 and var at && at + 1 < options.Length
            ? int.Parse(options[at + 1], CultureInfo.InvariantCulture)
            : otherwise;
}
