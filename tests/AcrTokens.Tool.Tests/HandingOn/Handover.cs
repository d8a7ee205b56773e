using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace AcrTokens.Tool.Tests.HandingOn;

/// <summary>One run of a recipe: the machines of its jobs share nothing but the emulator and what the host passes on.</summary>
internal sealed partial class Handover : IAsyncDisposable
{
    public static readonly string[] Images = ["one", "two", "three", "four", "five"];

    private readonly List<(string Job, string Output)> outputs = [];

    private Handover(ToolEmulator emulator)
    {
        Emulator = emulator;
        Root = Directory.CreateDirectory(Path.Combine(emulator.Folder, "jobs")).FullName;
        Programs = Directory.CreateDirectory(Path.Combine(emulator.Folder, "bin")).FullName;
        Passed = Directory.CreateDirectory(Path.Combine(emulator.Folder, "passed")).FullName;
    }

    public ToolEmulator Emulator { get; }

    public string Root { get; }

    private string Archive => Path.Combine(Emulator.Folder, "image.tar");

    /// <summary>A folder with <c>acrt</c>, and a skopeo that trusts the emulator.</summary>
    public string Programs { get; }

    /// <summary>What the host passes from job to job, as files.</summary>
    public string Passed { get; }

    /// <summary>The secret of the repository or project.</summary>
    public string Key { get; } = "the-key-of-a-test-and-no-other";

    /// <summary>The jobs' logs.</summary>
    public IReadOnlyList<(string Job, string Output)> Outputs => outputs;

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The handover disposes it.")]
    public static async Task<Handover> StartAsync()
    {
        var handover = new Handover(await ToolEmulator.StartAsync());
        handover.Install("acrt", $"exec {string.Join(' ', Tool.Command.Select(part => $"'{part}'"))} \"$@\"");
        handover.Install(
            "skopeo",
            $"exec {InstalledTools.PathOf("skopeo")} --insecure-policy \"$1\" --dest-tls-verify=false --src-tls-verify=false \"${{@:2}}\""
        );
        await handover.BuildAsync();
        return handover;
    }

    /// <summary>The YAML of a section of the page.</summary>
    public static YamlMappingNode Recipe(string host)
    {
        var page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "handing-on.md"));
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Block().Matches(page).Single(block => block.Groups["host"].Value == host).Groups["yaml"].Value));
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    /// <summary>The machine of a job, with the image that it pushes; empty if it pushes none.</summary>
    public Machine StartJob(string name, bool signsIn, string image)
    {
        var machine = new Machine(this, image.Length == 0 ? name : $"{name}-{image}", signsIn);
        if (image.Length > 0)
            File.Copy(Archive, Path.Combine(machine.Work, $"{image}.tar"));
        return machine;
    }

    /// <summary>Puts the emulator's registry in the place of the page's.</summary>
    public string Localize(string script) =>
        script
            .Replace("contoso.azurecr.io", Emulator.Service.LoginServer, StringComparison.Ordinal)
            .Replace("--registry contoso", $"--registry {Emulator.Registry}", StringComparison.Ordinal);

    /// <summary>The login that the first job wrote.</summary>
    public (string User, string Password)? Login { get; private set; }

    /// <summary>Keeps a step's log, and the login where it is seen first.</summary>
    public void Note(string job, string output)
    {
        outputs.Add((job, output));
        var config = Path.Combine(Root, job, "temp", "acr", "config.json");
        if (Login is not null || !File.Exists(config))
            return;

        var auth = (string)JsonNode.Parse(File.ReadAllText(config))!["auths"]![Emulator.Service.LoginServer]!["auth"]!;
        var login = Encoding.UTF8.GetString(Convert.FromBase64String(auth)).Split(':');
        Login = (login[0], login[1]);
    }

    public ValueTask DisposeAsync() => Emulator.DisposeAsync();

    // What a build would have made.
    private async Task BuildAsync()
    {
        await using var lease = await Emulator.Client.MintTokenAsync(
            new AcrTokenMintSettings().SetRegistryName(Emulator.Registry).AddRepository("dotnet/runtime", AcrPermission.Pull)
        );
        var start = new ProcessStartInfo(
            Path.Combine(Programs, "skopeo"),
            ["copy", "--src-authfile", lease.GetDockerConfig().ConfigFile, $"docker://{Emulator.Service.BaseImage}", $"oci-archive:{Archive}"]
        )
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var run = await Tool.RunAsync(start);
        run.ExitCode.ShouldBe(0, run.Error);
    }

    private void Install(string program, string script)
    {
        var path = Path.Combine(Programs, program);
        File.WriteAllText(path, $"#!/bin/bash\n{script}\n", new UTF8Encoding(false));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [GeneratedRegex("^## (?<host>[^\n]+)\n(?:(?!^## ).)*?^```yaml\n(?<yaml>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
