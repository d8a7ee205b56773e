namespace AcrTokens.Tool.Tests.Leases;

/// <summary><c>acrt exec</c> with the programs that it is there for: each pushes or reads with nothing but what it is given.</summary>
public sealed class Clients : IAsyncLifetime
{
    private ToolEmulator emulator = null!;

    private string Image => $"{emulator.Service.LoginServer}/samples/app:1.0";

    public async Task InitializeAsync() => emulator = await ToolEmulator.StartAsync();

    public async Task DisposeAsync()
    {
        emulator.Service.Tokens.ShouldBeEmpty();
        await emulator.DisposeAsync();
    }

    [ToolTheory("docker")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Docker_reads_a_manifest(bool logsIn)
    {
        string[] login = logsIn ? ["--login", "docker"] : [];

        var run = await ExecAsync(
            ["--repository", "dotnet/runtime:pull", .. login],
            "docker",
            "manifest",
            "inspect",
            "--insecure",
            emulator.Service.BaseImage
        );

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("\"mediaType\": \"application/vnd.oci.image.manifest.v1+json\"");
    }

    [ToolFact("skopeo")]
    public async Task Skopeo_copies_an_image()
    {
        var run = await ExecAsync(
            ["--image", Image, "--repository", "dotnet/runtime:pull"],
            "skopeo",
            "--insecure-policy",
            "copy",
            "--src-tls-verify=false",
            "--dest-tls-verify=false",
            $"docker://{emulator.Service.BaseImage}",
            $"docker://{Image}"
        );

        run.ExitCode.ShouldBe(0, run.Error);
        ShouldBePushed();
    }

    [ToolFact("buildah")]
    public async Task Buildah_pulls_and_pushes_an_image()
    {
        string[] stored =
        [
            "--storage-driver",
            "vfs",
            "--root",
            Path.Combine(emulator.Folder, "root"),
            "--runroot",
            Path.Combine(emulator.Folder, "run"),
        ];
        string[] rights = ["--image", Image, "--repository", "dotnet/runtime:pull"];

        var pull = await ExecAsync(rights, "buildah", [.. stored, "pull", "--tls-verify=false", emulator.Service.BaseImage]);
        pull.ExitCode.ShouldBe(0, pull.Error);
        var push = await ExecAsync(rights, "buildah", [.. stored, "push", "--tls-verify=false", emulator.Service.BaseImage, $"docker://{Image}"]);

        push.ExitCode.ShouldBe(0, push.Error);
        ShouldBePushed();
    }

    [Fact]
    public async Task DotNet_publishes_a_container()
    {
        var project = Path.Combine(emulator.Folder, "app", "app.csproj");
        Directory.CreateDirectory(Path.GetDirectoryName(project)!);
        await File.WriteAllTextAsync(
            project,
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><UseAppHost>false</UseAppHost></PropertyGroup>
            </Project>
            """
        );
        await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(project)!, "Program.cs"), "System.Console.WriteLine();");

        var run = await ExecAsync(
            ["--image", Image, "--repository", "dotnet/runtime:pull"],
            "dotnet",
            "publish",
            project,
            "-t:PublishContainer",
            "--nologo",
            $"-p:ContainerRegistry={emulator.Service.LoginServer}",
            "-p:ContainerRepository=samples/app",
            "-p:ContainerImageTag=1.0",
            $"-p:ContainerBaseImage={emulator.Service.BaseImage}"
        );

        run.ExitCode.ShouldBe(0, run.Output + run.Error);
        ShouldBePushed();
    }

    private void ShouldBePushed() =>
        emulator.Service.Requests.ShouldContain(r => r.Operation == "Manifests_Put" && r.Path == "/v2/samples/app/manifests/1.0" && r.Status == 201);

    private Task<ToolRun> ExecAsync(string[] options, string command, params string[] arguments) =>
        emulator.RunAsync(["exec", "--registry", emulator.Registry, .. options, "--", command, .. arguments]);
}
