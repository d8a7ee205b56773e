using System.Diagnostics;
using System.Reflection;
using AcrTokens;
using Nuke.Common;

namespace Nuke.AcrTokens;

/// <summary>
/// Warns of a mint while the build class is being constructed, as in a field's initialiser: every run of the build would mint, even
/// <c>--help</c>.
/// </summary>
internal static class EarlyMints
{
    // NUKE has no log yet at this point.
    public static void Tell()
    {
        if (FindBuild(new StackTrace()) is { } build)
            Console.WriteLine(
                AcrTokenGuard.ToHostWarning(
                    $"A token is minted before the build is under way, while '{build.Name}' is being constructed: every run of the build mints "
                        + "one, '--help' included. Mint it in a target."
                )
            );
    }

    internal static Type? FindBuild(StackTrace trace) =>
        trace
            .GetFrames()
            .Select(frame => frame.GetMethod())
            .OfType<ConstructorInfo>()
            .Select(constructor => constructor.DeclaringType)
            .FirstOrDefault(type => type?.IsSubclassOf(typeof(NukeBuild)) == true);
}
