using System.Diagnostics.CodeAnalysis;
using AcrTokens.Faults.Builds;

namespace AcrTokens.Faults.Chaos;

/// <summary>Draws builds with random stages, endings and faults. The same seed draws the same builds.</summary>
[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "The builds must be reproducible from a seed.")]
internal sealed class ChaosPlan(int seed)
{
    private static readonly BuildStage[] Stages = Enum.GetValues<BuildStage>();
    private static readonly Ending[] Ends = Enum.GetValues<Ending>();

    private readonly Random random = new(seed);

    public IReadOnlyList<BuildCase> Draw(int builds) => [.. Enumerable.Range(0, builds).Select(DrawBuild)];

    private BuildCase DrawBuild(int number)
    {
        var id = $"c{number}";
        var ending = OneOf(Ends);
        var stage = ending == Ending.BodyFailure ? BuildStage.InUse : OneOf(Stages);
        // The only stages of a body are its use and its requests.
        var usesBody =
            ending == Ending.BodyFailure || (stage is BuildStage.DuringMint or BuildStage.InUse or BuildStage.DuringRevoke && random.Next(3) == 0);
        Armed[] faults = [.. Enumerable.Range(0, Math.Max(0, random.Next(4) - 1)).Select(_ => DrawFault(id))];
        var build = new BuildCase(id, stage, ending) { UsesBody = usesBody, Faults = faults };
        return faults.Length == 0 ? build : build with { RevokeTimeout = TimeSpan.FromSeconds(5) };
    }

    // Most faults are transient. The others make a build wait for its whole timeout.
    private Armed DrawFault(string id)
    {
        var kind = OneOf(FaultKinds.Faults);
        Operation[] operations = [.. Operations.All.Where(o => kind.IsFor(o))];
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
