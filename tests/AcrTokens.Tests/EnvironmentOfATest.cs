namespace AcrTokens.Tests;

/// <summary>Tests that change the process's environment. They run in parallel with no other test.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class EnvironmentOfATest
{
    public const string Name = "Environment";
}

/// <summary>Variables of this process for the duration of a test. Variables that configure Azure's libraries are unset meanwhile.</summary>
internal sealed class Variables : IDisposable
{
    private static readonly string[] Leading =
    [
        "AZURE_TENANT_ID",
        "AZURE_CLIENT_ID",
        "AZURE_CLIENT_SECRET",
        "AZURE_CLIENT_CERTIFICATE_PATH",
        "AZURE_CLIENT_CERTIFICATE_PASSWORD",
        "AZURE_FEDERATED_TOKEN_FILE",
        "AZURE_USERNAME",
        "AZURE_PASSWORD",
        "AZURE_TOKEN_CREDENTIALS",
        "AZURE_AUTHORITY_HOST",
        "AZURE_SUBSCRIPTION_ID",
        "IDENTITY_ENDPOINT",
        "MSI_ENDPOINT",
        "SYSTEM_OIDCREQUESTURI",
    ];

    private readonly Dictionary<string, string?> before = [];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("acrtokens-test-");

    public Variables()
    {
        foreach (var name in Leading)
            Set(name, null);
        Set("AZURE_CONFIG_DIR", folder.FullName);
    }

    /// <summary>The Azure CLI's own folder.</summary>
    public string Folder => folder.FullName;

    public void Set(string name, string? value)
    {
        before.TryAdd(name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
    }

    /// <summary>Sets the account that the Azure CLI uses.</summary>
    public void WriteProfile(string account) => File.WriteAllText(Path.Combine(Folder, "azureProfile.json"), $$"""{"subscriptions":[{{account}}]}""");

    /// <summary>Puts an <c>az</c> first on the path. It writes the text to standard error, and fails.</summary>
    public void PlayCli(string error, string command = "exit 1")
    {
        var said = Path.Combine(Folder, "said");
        File.WriteAllText(said, error);
        PlayTool("az", $"cat '{said}' >&2\n{command}");
    }

    /// <summary>Puts a shell script first on the path.</summary>
    public void PlayTool(string name, string script)
    {
        var path = Path.Combine(Folder, name);
        File.Delete(path);
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Set("PATH", $"{Folder}:{Environment.GetEnvironmentVariable("PATH")}");
    }

    public void Dispose()
    {
        foreach (var (name, value) in before)
            Environment.SetEnvironmentVariable(name, value);
        folder.Delete(recursive: true);
    }
}
