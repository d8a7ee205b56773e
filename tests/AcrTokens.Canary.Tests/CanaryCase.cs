namespace AcrTokens.Canary.Tests;

/// <summary>A build to search.</summary>
internal sealed record CanaryCase(EmulatedHost Host, Ending Ending, HandOver HandOver = HandOver.Configuration)
{
    public bool IsVerbose { get; init; }

    public bool LogsHttp { get; init; }

    public bool Redacts { get; init; }

    public bool LeavesALineOpen { get; init; }

    public bool TurnsMasksOff { get; init; }

    public Slip Slip { get; init; }

    public Redirection Redirection { get; init; }

    public bool IsOnFallout { get; init; }

    /// <summary>Every host x every ending, each with every hand-over, verbose and not, with HTTP logging and without.</summary>
    public static IReadOnlyList<CanaryCase> Matrix { get; } =
    [
        .. from host in EmulatedHost.All.Index()
        from ending in new[] { Ending.Success, Ending.TargetFailure, Ending.BodyFailure, Ending.PushFailure }.Index()
        select new CanaryCase(host.Item, ending.Item, (HandOver)((host.Index + ending.Index) % 3))
        {
            IsVerbose = (host.Index + ending.Index) % 2 == 0,
            LogsHttp = (host.Index + (ending.Index / 2)) % 2 == 0,
        },
    ];

    /// <summary>With the .NET SDK as the tool.</summary>
    public static IReadOnlyList<CanaryCase> Published { get; } =
    [
        new(EmulatedHost.Of("GitHub Actions"), Ending.Success, HandOver.PublishVariables),
        new(EmulatedHost.Of("terminal"), Ending.Success, HandOver.Publish) { IsVerbose = true, LogsHttp = true },
        new(EmulatedHost.Of("Azure Pipelines"), Ending.PushFailure, HandOver.Publish) { IsVerbose = true },
        new(EmulatedHost.Of("TeamCity"), Ending.PushFailure, HandOver.PublishVariables),
    ];

    /// <summary>With the build's own leaks, which the redaction of its log catches.</summary>
    public static IReadOnlyList<CanaryCase> Redacted { get; } =
    [
        new(EmulatedHost.Of("terminal"), Ending.TargetFailure)
        {
            Slip = Slip.Log,
            Redacts = true,
            IsVerbose = true,
        },
        new(EmulatedHost.Of("Jenkins"), Ending.BodyFailure) { Slip = Slip.Log, Redacts = true },
    ];

    /// <summary>Every host with the output in a file. On hosts with a mask command, with the errors in the file as well.</summary>
    public static IReadOnlyList<CanaryCase> Redirected { get; } =
    [
        .. EmulatedHost.All.Select(host => new CanaryCase(host, Ending.Success) { Redirection = Redirection.Output }),
        .. EmulatedHost
            .All.Where(host => host.ToMaskLine is not null)
            .Select(host => new CanaryCase(host, Ending.TargetFailure) { Redirection = Redirection.Both }),
    ];

    /// <summary>One host with every ending, and the redaction of the log, on NUKE's fork.</summary>
    public static IReadOnlyList<CanaryCase> OnFallout { get; } =
    [.. Matrix.Where(canary => canary.Host.Name == "GitHub Actions").Concat(Redacted).Select(canary => canary with { IsOnFallout = true })];

    public override string ToString() =>
        $"{Host}, {Ending}, {HandOver}{(IsVerbose ? ", verbose" : "")}{(IsOnFallout ? ", Fallout" : "")}{(LogsHttp ? ", HTTP logged" : "")}{(Slip == Slip.None ? "" : $", slips into {Slip}")}{(Redacts ? ", redacted" : "")}{(LeavesALineOpen ? ", an open line" : "")}{(TurnsMasksOff ? ", no masks" : "")}{(Redirection == Redirection.None ? "" : $", to a file: {Redirection}")}";
}

/// <summary>Which of a build's two outputs go to a file.</summary>
internal enum Redirection
{
    None,

    /// <summary>The output, as with <c>&gt; build.log</c>.</summary>
    Output,

    /// <summary>Output and errors, as with <c>&gt; build.log 2&gt;&amp;1</c>.</summary>
    Both,
}
