namespace AcrTokens.Faults.Builds;

/// <summary>A build, where it is stopped, how it ends, and the faults that it meets besides.</summary>
internal sealed record BuildCase(string Id, BuildStage Stage, Ending Ending)
{
    /// <summary>Where a build comes to at its first line: nothing that is said of one that was never there counts.</summary>
    public const string Started = "started";

    /// <summary>Where a build comes to when it knows of a signal, or of its process's end.</summary>
    public const string Signalled = "signalled";

    /// <summary>Whether mint and revoke are one call around a body, rather than targets.</summary>
    public bool UsesBody { get; init; } = Ending == Ending.BodyFailure;

    /// <summary>Whether one target prepares the token, the next mints it, and the last only begins to revoke it.</summary>
    public bool Prepares { get; init; } = Stage.IsAhead();

    /// <summary>Whether it mints on a token that existed before, and stays.</summary>
    public bool IsOnExisting { get; init; }

    /// <summary>Whether it renews its password before it uses it.</summary>
    public bool Renews { get; init; }

    /// <summary>The request that is in the midst at that stage.</summary>
    public Operation Request { get; init; } =
        Stage switch
        {
            BuildStage.Preparing => Operation.TokenPutPoll,
            BuildStage.DuringMint => Operation.GenerateCredentials,
            _ => Operation.TokenPatch,
        };

    public IReadOnlyList<Armed> Faults { get; init; } = [];

    /// <summary>How long the build gives one revocation. More than any takes, unless a fault makes it wait for as long as it may.</summary>
    public TimeSpan RevokeTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What the build itself does about SIGINT and SIGTERM, after the guard.</summary>
    public SignalHandler Handler { get; init; }

    /// <summary>What a shell sees; null where the build's own failure and the signal are in a race for it.</summary>
    public int? ExitCode =>
        Handler == SignalHandler.Keep ? 0
        : Prepares && IsRefused ? 1 // no target fails, and the process's end tells
        : Ending.ExitCode();

    /// <summary>
    /// Whether Main may return while another thread ends the process, and .NET then takes its exit code: it has nothing to do any more but wait for
    /// the same revocation.
    /// </summary>
    public bool MayReturn => Prepares && Stage == BuildStage.DuringRevoke && Ending is Ending.Exit or Ending.Crash;

    /// <summary>Every stage x every ending. A body fails where it is, in use.</summary>
    public static IReadOnlyList<BuildCase> All { get; } =
    [
        .. from stage in Enum.GetValues<BuildStage>()
        from ending in Enum.GetValues<Ending>().Except([Ending.None])
        where !stage.IsAhead() && (ending != Ending.BodyFailure || stage == BuildStage.InUse)
        select new BuildCase($"b{(int)stage}{(int)ending}", stage, ending),
        .. from ending in new[] { Ending.Interrupt, Ending.Terminate, Ending.Kill }
        select new BuildCase($"body{(int)ending}", BuildStage.InUse, ending) { UsesBody = true },
    ];

    /// <summary>
    /// Tokens that are prepared, and whose revocation goes on in the background: the stages that differ x every ending, and each request in the
    /// midst x every signal.
    /// </summary>
    public static IReadOnlyList<BuildCase> Prepared { get; } =
    [
        .. from stage in new[] { BuildStage.Preparing, BuildStage.Prepared, BuildStage.DuringRevoke, BuildStage.AfterRevoke }
        from ending in Enum.GetValues<Ending>().Except([Ending.None, Ending.BodyFailure])
        select new BuildCase($"p{(int)stage}{(int)ending}", stage, ending) { Prepares = true },
        .. from ending in new[] { Ending.Interrupt, Ending.Terminate, Ending.HangUp, Ending.Kill }
        from hit in new[]
        {
            (BuildStage.Preparing, Operation.ScopeMapPut),
            (BuildStage.Preparing, Operation.TokenPut),
            (BuildStage.DuringMint, Operation.GenerateCredentials),
            (BuildStage.DuringRevoke, Operation.TokenPatchPoll),
            (BuildStage.DuringRevoke, Operation.TokenDelete),
            (BuildStage.DuringRevoke, Operation.TokenDeletePoll),
        }
        select new BuildCase($"q{(int)hit.Item2}{(int)ending}", hit.Item1, ending) { Prepares = true, Request = hit.Item2 },
    ];

    /// <summary>Tokens that existed before, where that differs, and renewals.</summary>
    public static IReadOnlyList<BuildCase> OnExisting { get; } =
    [
        .. from stage in new[] { BuildStage.DuringMint, BuildStage.InUse, BuildStage.DuringRevoke }
        from ending in new[] { Ending.None, Ending.TargetFailure, Ending.Interrupt, Ending.Terminate, Ending.Kill, Ending.Exit }
        where ending != Ending.None || stage == BuildStage.InUse
        select new BuildCase($"e{(int)stage}{(int)ending}", stage, ending) { IsOnExisting = true },
        .. from existing in new[] { false, true }
        from ending in new[] { Ending.None, Ending.TargetFailure, Ending.InterruptTwice, Ending.Kill, Ending.Crash }
        select new BuildCase($"n{(existing ? 1 : 0)}{(int)ending}", BuildStage.InUse, ending) { IsOnExisting = existing, Renews = true },
    ];

    /// <summary>Signals whose revocation meets trouble of its own. With the patience of a real build, so that the guard's own end shows.</summary>
    public static IReadOnlyList<BuildCase> Troubled { get; } = [.. DrawTroubled()];

    /// <summary>Signals to a build that is revoking, and has a say of its own in what they do.</summary>
    public static IReadOnlyList<BuildCase> Handled { get; } =
    [
        .. from ending in new[] { Ending.Interrupt, Ending.Terminate }
        from handler in new[] { SignalHandler.Slow, SignalHandler.Keep }
        select new BuildCase($"h{(int)ending}{(int)handler}", BuildStage.DuringRevoke, ending) { Handler = handler },
    ];

    /// <summary>Whether something is to happen to it at its stage, rather than by a refusal of the service.</summary>
    public bool IsHit => Ending != Ending.None && !(Ending == Ending.TargetFailure && Stage is BuildStage.DuringMint or BuildStage.DuringRevoke);

    /// <summary>
    /// Whether to wait until the build knows of what hit it: the revocation that is held up is all that it has left to do,
    /// and on a busy machine it would be over before .NET has told anybody.
    /// </summary>
    public bool TellsHit =>
        (Stage == BuildStage.DuringRevoke || IsRevokedBeside)
        && Ending is not Ending.TargetFailure and not Ending.BodyFailure and not Ending.Kill and not Ending.None;

    /// <summary>Whether the build is at other work while its token is revoked.</summary>
    public bool IsRevokedBeside => Prepares && Stage == BuildStage.AfterRevoke;

    /// <summary>Whether a request that the token comes from is in the midst.</summary>
    public bool IsBeingMade => Stage is BuildStage.Preparing or BuildStage.DuringMint;

    /// <summary>Whether every attempt to end the token is refused.</summary>
    public bool IsRefused => Stage == BuildStage.DuringRevoke && Ending == Ending.TargetFailure;

    /// <summary>The request to hold or to refuse, where the stage is one.</summary>
    public IEnumerable<Armed> StageFaults =>
        (Stage, Ending) switch
        {
            // Nobody would let go of it.
            (_, Ending.None) => [],
            (BuildStage.DuringMint, Ending.TargetFailure) => [new(Id, [Operation.GenerateCredentials], FaultKind.Forbidden, Always: true)],
            (BuildStage.DuringRevoke, Ending.TargetFailure) when IsOnExisting =>
            [
                Hold(Operation.TokenPatch, FaultKind.Forbidden) with
                {
                    Always = true,
                },
            ],
            (BuildStage.DuringRevoke, Ending.TargetFailure) => [new(Id, Operations.Revoking, FaultKind.Forbidden, Always: true)],
            (BuildStage.Prepared, Ending.InterruptTwice) => [Hold(Operation.TokenDelete)],
            (_, Ending.InterruptTwice) when IsBeingMade => [Hold(Request, FaultKind.HeldAfter), Hold(Operation.TokenDelete)],
            _ when IsBeingMade => [Hold(Request, FaultKind.HeldAfter)],
            (BuildStage.AfterMint or BuildStage.InUse, Ending.InterruptTwice) => [Hold(Request)],
            _ when Stage == BuildStage.DuringRevoke || IsRevokedBeside => [Hold(Request)],
            _ => [],
        };

    public override string ToString() =>
        $"{Stage} {Ending}{(UsesBody ? " with a body" : "")}{(Prepares ? $" prepared, at {Request}" : "")}{(IsOnExisting ? " on an existing token" : "")}{(Renews ? " renewed" : "")}{(Handler == SignalHandler.None ? "" : $" with a {Handler} handler")}{string.Concat(Faults.Select(f => $" + {string.Join('/', f.Operations)} {f.Kind}{(f.Always ? " always" : "")}"))}";

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

    // The first write of a mint on an existing token enables it.
    private Armed Hold(Operation operation, FaultKind kind = FaultKind.HeldBefore) =>
        new(Id, [operation], kind, Nth: IsOnExisting && operation == Operation.TokenPatch ? 2 : 1);
}
