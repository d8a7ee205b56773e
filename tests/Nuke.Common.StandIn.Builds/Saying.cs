namespace Nuke.Common.StandIn.Builds;

internal static class Saying
{
    private static readonly string[] s_failing = (Environment.GetEnvironmentVariable("FAILING") ?? "").Split(',');

    /// <summary>Prints that the target ran, and fails if it is one of the failing targets.</summary>
    public static ITargetDefinition Says(this ITargetDefinition target, string name) => target.Executes(() =>
    {
        Console.WriteLine($"ran {name}");
        FailIfAsked(name);
    });

    public static void FailIfAsked(string name)
    {
        if (s_failing.Contains(name))
            throw new InvalidOperationException($"{name} broke\nand this is the second line");
    }
}
