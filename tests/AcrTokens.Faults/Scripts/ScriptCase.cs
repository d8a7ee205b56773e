namespace AcrTokens.Faults.Scripts;

/// <summary>A program that is not a usual build, and its expected end.</summary>
/// <param name="Script">The script's name in the victim.</param>
/// <param name="ExitCode">The exit code in a shell.</param>
internal sealed record ScriptCase(string Script, int ExitCode)
{
    public string Id { get; init; } = $"script-{Script}";

    /// <summary>The signal that the script gets once it is ready; null if it ends by itself.</summary>
    public string? Signal { get; init; }

    public IReadOnlyList<string> Arguments { get; init; } = [];

    public IReadOnlyList<Armed> Faults { get; init; } = [];

    /// <summary>Whether the service refuses every request to end the token, or does not respond, so that the token stays enabled.</summary>
    public bool LeavesToken { get; init; }

    /// <summary>Whether the script's output cannot be used.</summary>
    public bool IsMute { get; init; }

    /// <summary>
    /// The limit from the first attempt to end the token; null if the time is only reported. Well above the guard's 7 seconds, for a busy
    /// machine, and below twice that.
    /// </summary>
    public TimeSpan? Longest { get; init; }

    /// <summary>Texts that the output must contain.</summary>
    public IReadOnlyList<string> Says { get; init; } = [];

    public static IReadOnlyList<ScriptCase> All { get; } = [.. Draw()];

    public override string ToString() =>
        $"Script {Script}{(Signal is null ? "" : $" {Signal}")}{string.Concat(Faults.Select(f => $" + {string.Join('/', f.Operations)} {f.Kind}"))}";

    private static IEnumerable<ScriptCase> Draw()
    {
        const string Forgotten = "was still open when the process ended, and is revoked now";
        const string Attribute = "[RevokeAcrTokens]";
        const string Early = "is minted before the build is under way";

        yield return new("forget", 0) { Says = [Forgotten, Attribute] };
        yield return new("exit", 3) { Says = [Forgotten] };
        yield return Faulty(new("exit-beside", 3) { Says = [Forgotten] }, FaultKind.SilenceBefore, Operation.TokenPatch);
        yield return new("crash", 134);
        yield return new("detach", 0) { LeavesToken = true, IsMute = true };
        yield return new("build-forgets", 0) { Says = [Forgotten, Attribute] };
        yield return new("build-field", 0) { Says = [Early, Forgotten] };
        yield return new("build-field", 0)
        {
            Id = "script-field-help",
            Arguments = ["--help"],
            Says = [Early, Forgotten],
        };

        // What goes on in the background when Main returns.
        yield return new("prepare", 0);
        yield return new("begin-revoke", 0);
        yield return Refused(new("begin-revoke", 1) { Id = "script-begin-refused", Says = ["could not be revoked and is good until"] });

        yield return new("open", 131) { Signal = "QUIT" };
        yield return Term("slow-handler") with
        {
            Says = ["AcrTokenMint was not started: this process is ending."],
        };
        yield return new("survive", 0) { Signal = "TERM", Says = ["It has survived."] };
        yield return Term("log-throws");
        yield return Term("log-blocks");
        yield return Term("prompt-blocks");
        yield return Refused(Term("console-throws")) with
        {
            IsMute = true,
        };
        yield return Refused(Term("console-blocks")) with
        {
            IsMute = true,
        };

        // A target hangs, and the user presses Ctrl+C: the delete is still sent.
        yield return Faulty(new("revoking", 130) { Signal = "INT" }, FaultKind.SilenceBefore, Operation.TokenPatch);
        yield return Faulty(Term("revoking") with { Id = "script-revoking-term" }, FaultKind.SilenceBefore, Operation.TokenPatch);
        yield return Faulty(
            new("included", 0)
            {
                LeavesToken = true,
                Longest = TimeSpan.FromSeconds(11),
                Says = ["could not be revoked and is good until"],
            },
            FaultKind.SilenceBefore,
            [.. Operations.Revoking]
        );
    }

    private static ScriptCase Term(string script) => new(script, 143) { Signal = "TERM" };

    private static ScriptCase Refused(ScriptCase @case) => Faulty(@case with { LeavesToken = true }, FaultKind.Forbidden, [.. Operations.Revoking]);

    private static ScriptCase Faulty(ScriptCase @case, FaultKind kind, params Operation[] operations) =>
        @case with
        {
            Faults = [new Armed(@case.Id, operations, kind, Always: true)],
        };
}
