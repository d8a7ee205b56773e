namespace Nuke.Common.StandIn.Builds;

internal static class Saying
{
    private static readonly string[] s_failing = (Environment.GetEnvironmentVariable("FAILING") ?? "").Split(',');

    /// <summary>Says that it ran, and then fails if it is one of those that shall.</summary>
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
