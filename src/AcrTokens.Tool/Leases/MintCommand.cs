using System.CommandLine;
using AcrTokens.Tool.CommandLine;
using AcrTokens.Tool.Output;

namespace AcrTokens.Tool.Leases;

/// <summary>Mints a token for later steps of a job.</summary>
internal sealed class MintCommand
{
    private readonly MintOptions mint = new();
    private readonly Option<string?> folder = DockerConfigOption.Create(
        "The folder to write the login to, as a docker configuration that this user alone can read: one that is not there yet"
    );

    public static Command Create()
    {
        var command = new MintCommand();
        var created = new ChangeCommand<AcrTokenMintSettings>(
            "mint",
            "Mints a token for later steps of a job, and writes its login to a docker configuration. A later step revokes it.",
            command.mint.Read,
            command.RunAsync,
            [
                "acrt mint --registry contoso --repository samples/app:push --docker-config \"$RUNNER_TEMP/acr\"",
                "DOCKER_CONFIG=\"$RUNNER_TEMP/acr\" docker push contoso.azurecr.io/samples/app:1.2",
                "acrt revoke \"$TOKEN\" --registry contoso --docker-config \"$RUNNER_TEMP/acr\"",
            ],
            command.Check
        )
        {
            command.folder,
            SharedOptions.Output,
            SharedOptions.Audit,
        };
        foreach (var option in command.mint.All)
            created.Add(option);
        return created;
    }

    private IEnumerable<string> Check(ParseResult parsed) => DockerConfigOption.CheckNew(DockerConfigOption.Read(parsed, folder));

    private async Task<int> RunAsync(Work<AcrTokenMintSettings> work)
    {
        var directory = DockerConfigOption.Read(work.Parsed, folder)!;
        await using var lease = await work.Client.MintTokenAsync(work.Settings, work.Cancellation);
        if (work.Settings.WhatIf)
            return ExitCode.Success;

        // Steps that may fail come first, so that no token is left behind.
        var password = $"{lease.PasswordName}";
        CiOutputs.Set(
            new Dictionary<string, string>
            {
                ["token"] = lease.Name,
                ["password name"] = password,
                ["docker config"] = directory,
            },
            work.Error
        );
        Layouts.Minted.Print(work.Output, work.Format, new MintedView(lease.Name, password, lease.ExpiresOn, directory));
        await lease.DetachAsync(directory, work.Cancellation);
        return ExitCode.Success;
    }
}
