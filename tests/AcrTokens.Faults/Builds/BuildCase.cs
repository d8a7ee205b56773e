namespace AcrTokens.Faults.Builds;

/// <summary>A build, the stage where it stops, how it ends, and further faults.</summary>
internal sealed record BuildCase(string Id, BuildStage Stage, Ending Ending)
{
    /// <summary>The stage at a build's first line. A result without it does not count.</summary>
    public const string Started = "started";

    /// <summary>The stage that a build reaches once it knows of a signal, or of the end of its process.</summary>
    public const string Signalled = "signalled";

    /// <summary>Whether mint and revoke are one call around a body, rather than targets.</summary>
    public bool UsesBody { get; init; } = Ending == Ending.BodyFailure;

    public IReadOnlyList<Armed> Faults { get; init; } = [];

    /// <summary>The build's timeout for a revocation. Longer than any takes, unless a fault makes it wait for the whole timeout.</summary>
    public TimeSpan RevokeTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The build's own handler for SIGINT and SIGTERM, called after the guard.</summary>
    public SignalHandler Handler { get; init; }

    /// <summary>The exit code in a shell; null if the build's own failure and the signal race for it.</summary>
    public int? ExitCode => Handler == SignalHandler.Keep ? 0 : Ending.ExitCode();

    /// <summary>Every stage x every ending. A body can only fail in use.</summary>
    public static IReadOnlyList<BuildCase> All { get; } =
    [
        .. from stage in Enum.GetValues<BuildStage>()
        from ending in Enum.GetValues<Ending>().Except([Ending.None])
        where ending != Ending.BodyFailure || stage == BuildStage.InUse
        select new BuildCase($"b{(int)stage}{(int)ending}", stage, ending),
        .. from ending in new[] { Ending.Interrupt, Ending.Terminate, Ending.Kill }
        select new BuildCase($"body{(int)ending}", BuildStage.InUse, ending) { UsesBody = true },
    ];

    /// <summary>Signals whose revocation is hit by a fault. With a real build's timeouts, so that the guard's own limit shows.</summary>
    public static IReadOnlyList<BuildCase> Troubled { get; } = [.. DrawTroubled()];

    /// <summary>Signals to a build that is revoking, and has its own handler for them.</summary>
    public static IReadOnlyList<BuildCase> Handled { get; } =
    [
        .. from ending in new[] { Ending.Interrupt, Ending.Terminate }
        from handler in new[] { SignalHandler.Slow, SignalHandler.Keep }
        select new BuildCase($"h{(int)ending}{(int)handler}", BuildStage.DuringRevoke, ending) { Handler = handler },
    ];

    /// <summary>Whether the runner hits the build at its stage, instead of a refusal by the service.</summary>
    public bool IsHit => Ending != Ending.None && !(Ending == Ending.TargetFailure && Stage is BuildStage.DuringMint or BuildStage.DuringRevoke);

    /// <summary>
    /// Whether to wait until the build knows of the hit. The held revocation is the build's last work. On a busy machine it
    /// would end before .NET has called any handler.
    /// </summary>
    public bool TellsHit =>
        Stage == BuildStage.DuringRevoke && Ending is not Ending.TargetFailure and not Ending.BodyFailure and not Ending.Kill and not Ending.None;

    /// <summary>Whether every attempt to end the token is refused.</summary>
    public bool IsRefused => Stage == BuildStage.DuringRevoke && Ending == Ending.TargetFailure;

    /// <summary>The request to hold or to refuse, if the stage is one.</summary>
    public IEnumerable<Armed> StageFaults =>
        (Stage, Ending) switch
        {
            // Nothing would release the request.
            (_, Ending.None) => [],
            (BuildStage.DuringMint, Ending.TargetFailure) => [new(Id, [Operation.GenerateCredentials], FaultKind.Forbidden, Always: true)],
            (BuildStage.DuringRevoke, Ending.TargetFailure) => [new(Id, Operations.Revoking, FaultKind.Forbidden, Always: true)],
            (BuildStage.DuringMint, Ending.InterruptTwice) => [Hold(Operation.GenerateCredentials, FaultKind.HeldAfter), Hold(Operation.TokenDelete)],
            (BuildStage.DuringMint, _) => [Hold(Operation.GenerateCredentials, FaultKind.HeldAfter)],
            (BuildStage.DuringRevoke, _) or (BuildStage.AfterMint or BuildStage.InUse, Ending.InterruptTwice) => [Hold(Operation.TokenPatch)],
            _ => [],
        };

    public override string ToString() =>
        $"{Stage} {Ending}{(UsesBody ? " with a body" : "")}{(Handler == SignalHandler.None ? "" : $" with a {Handler} handler")}{string.Concat(Faults.Select(f => $" + {string.Join('/', f.Operations)} {f.Kind}{(f.Always ? " always" : "")}"))}";

    private static IEnumerable<BuildCase> DrawTroubled()
    {
        (IReadOnlyList<Operation> Operations, FaultKind Kind, bool Always)[] troubles =
        [
            (Operations.Revoking, FaultKind.Forbidden, true),
            (Operations.Revoking, FaultKind.ServerError, true),
            (Operations.Revoking, FaultKind.SilenceBefore, true),
            ([Operation.TokenPatch], FaultKind.TooManyRequests, false),
            ([Operation.TokenPatch], FaultKind.SilenceAfter, false),
            ([Operation.TokenDelete], FaultKind.ResetAfter, false),
        ];
        return from ending in new[] { Ending.Interrupt, Ending.Terminate }
            from trouble in troubles.Index()
            let id = $"t{(int)ending}{trouble.Index}"
            select new BuildCase(id, BuildStage.InUse, ending)
            {
                Faults = [new(id, trouble.Item.Operations, trouble.Item.Kind, trouble.Item.Always)],
                RevokeTimeout = TimeSpan.FromSeconds(10),
            };
    }

    private Armed Hold(Operation operation, FaultKind kind = FaultKind.HeldBefore) => new(Id, [operation], kind);
}
