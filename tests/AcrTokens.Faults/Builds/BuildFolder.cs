using AcrTokens.Faults.Scripts;

namespace AcrTokens.Faults.Builds;

/// <summary>A root folder for one build, which is also its temporary folder. The home is below it: NUKE does not accept a home as a root.</summary>
internal sealed class BuildFolder : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("faults-");

    public BuildFolder()
    {
        root.CreateSubdirectory(".nuke");
        root.CreateSubdirectory(".fallout");
        root.CreateSubdirectory("home");
    }

    public string Path => root.FullName;

    /// <summary>Folders with credentials that the build created and did not remove.</summary>
    public IReadOnlyList<string> Configurations =>
        [.. Directory.GetDirectories(Path, "acrtokens-*").SelectMany(Directory.GetDirectories).Select(d => System.IO.Path.GetFileName(d))];

    public IReadOnlyDictionary<string, string> Variables(Addresses addresses, BuildCase build, string? existing = null)
    {
        var variables = BuildVariables.Of(
            addresses,
            build.Id,
            home: System.IO.Path.Combine(Path, "home"),
            temporary: Path,
            meetsSilence: build.Faults.Any(f => f.Kind.IsSilence())
        );
        variables["FAULTS_REVOKE_TIMEOUT"] = $"{build.RevokeTimeout}";
        variables["FAULTS_HANDLER"] = $"{build.Handler}";
        variables["FAULTS_BODY"] = build.UsesBody ? "1" : "0";
        variables["FAULTS_PREPARES"] = build.Prepares ? "1" : "0";
        variables["FAULTS_RENEWS"] = build.Renews ? "1" : "0";
        variables["FAULTS_EXISTING"] = existing ?? "";
        return variables;
    }

    public IReadOnlyDictionary<string, string> Variables(Addresses addresses, ScriptCase script)
    {
        var variables = BuildVariables.Of(addresses, script.Id, home: System.IO.Path.Combine(Path, "home"), temporary: Path);
        variables["FAULTS_SCRIPT"] = script.Script;
        return variables;
    }

    public void Dispose() => root.Delete(recursive: true);
}
