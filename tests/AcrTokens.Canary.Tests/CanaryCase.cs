namespace AcrTokens.Canary.Tests;

/// <summary>A build to be searched.</summary>
internal sealed record CanaryCase(EmulatedHost Host, Ending Ending, HandOver HandOver = HandOver.Configuration)
{
    public bool IsVerbose { get; init; }

    public bool LogsHttp { get; init; }

    public bool Redacts { get; init; }

    public bool LeavesALineOpen { get; init; }

    public Slip Slip { get; init; }

    /// <summary>Every host x every ending; each of them with every hand-over, verbose and not, with HTTP logging and without.</summary>
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

    /// <summary>With the build's own slips, which its log's redaction catches.</summary>
    public static IReadOnlyList<CanaryCase> Redacted { get; } =
    [
        new(EmulatedHost.Of("terminal"), Ending.TargetFailure) { Slip = Slip.Log, Redacts = true, IsVerbose = true },
        new(EmulatedHost.Of("Jenkins"), Ending.BodyFailure) { Slip = Slip.Log, Redacts = true },
    ];

    public override string ToString() =>
        $"{Host}, {Ending}, {HandOver}{(IsVerbose ? ", verbose" : "")}{(LogsHttp ? ", HTTP logged" : "")}{(Slip == Slip.None ? "" : $", slips into {Slip}")}{(Redacts ? ", redacted" : "")}{(LeavesALineOpen ? ", an open line" : "")}";
}
