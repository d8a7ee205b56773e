using System.Diagnostics.CodeAnalysis;
using AcrTokens.Faults.Builds;

namespace AcrTokens.Faults.Chaos;

/// <summary>Builds with random stages, endings and faults. The same seed draws the same ones.</summary>
[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "It is to be drawn again from its seed.")]
internal sealed class ChaosPlan(int seed)
{
    private static readonly BuildStage[] Stages = Enum.GetValues<BuildStage>();
    private static readonly BuildStage[] WithoutPreparation = [.. Stages.Where(stage => !stage.IsAhead())];
    private static readonly Ending[] Ends = Enum.GetValues<Ending>();

    private readonly Random random = new(seed);

    public IReadOnlyList<BuildCase> Draw(int builds) => [.. Enumerable.Range(0, builds).Select(DrawBuild)];

    private BuildCase DrawBuild(int number)
    {
        var id = $"c{number}";
        var ending = OneOf(Ends);
        var prepares = ending != Ending.BodyFailure && random.Next(3) == 0;
        var stage = ending == Ending.BodyFailure ? BuildStage.InUse : OneOf(prepares ? Stages : WithoutPreparation);
        // A body has no stages of its own but its use and what the service sees.
        var usesBody =
            ending == Ending.BodyFailure
            || (!prepares && stage is BuildStage.DuringMint or BuildStage.InUse or BuildStage.DuringRevoke && random.Next(3) == 0);
        // A rollback of a mint on an existing token sends other requests than the one that a second signal waits for.
        var isOnExisting = random.Next(4) == 0 && !prepares && (stage, ending) is not (BuildStage.DuringMint, Ending.InterruptTwice);
        Armed[] faults = [.. Enumerable.Range(0, Math.Max(0, random.Next(4) - 1)).Select(_ => DrawFault(id))];
        var build = new BuildCase(id, stage, ending)
        {
            UsesBody = usesBody,
            Prepares = prepares,
            IsOnExisting = isOnExisting,
            Renews = random.Next(4) == 0,
            Faults = faults,
        };
        return faults.Length == 0 ? build : build with { RevokeTimeout = TimeSpan.FromSeconds(5) };
    }

    // Most pass; those that do not make a build wait for as long as it has patience.
    private Armed DrawFault(string id)
    {
        var kind = OneOf(FaultKinds.Faults);
        Operation[] operations = [.. Operations.All.Append(Operation.TokenGet).Where(o => kind.IsFor(o))];
        return new Armed(
            id,
            random.Next(8) == 0 && kind.Changes() is null ? Operations.Revoking : [OneOf(operations)],
            kind,
            Always: random.Next(4) == 0,
            Nth: 1 + random.Next(2)
        );
    }

    private T OneOf<T>(IReadOnlyList<T> all) => all[random.Next(all.Count)];
}
