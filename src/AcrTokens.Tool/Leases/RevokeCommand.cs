using System.CommandLine;
using AcrTokens.Tool.CommandLine;

namespace AcrTokens.Tool.Leases;

/// <summary>Revokes a token that another step minted.</summary>
internal sealed class RevokeCommand
{
    private readonly Argument<string?> name = new("name") { Description = "The token's name" };
    private readonly Option<bool> keepDisabled = new("--keep-disabled") { Description = "Leave the token in the registry, disabled" };
    private readonly Option<string?> passwordName = OneOf.Create(
        "--password-name",
        "For a token that existed before its mint, and stays: the password that mint printed",
        "password",
        "password1",
        "password2"
    );
    private readonly Option<string?> folder = DockerConfigOption.Create("The folder that mint wrote the token's login to: it is removed as well");

    public static Command Create()
    {
        var command = new RevokeCommand();
        return new ChangeCommand<AcrTokenRevokeSettings>(
            "revoke",
            "Ends a token by its name: disables it, then deletes it. One that is gone counts as ended.",
            command.Read,
            command.RunAsync,
            [
                "acrt revoke acrt-20261121t063000z-4711-3k9x0m2q --registry contoso",
                "acrt revoke \"$TOKEN\" --registry contoso --docker-config \"$RUNNER_TEMP/acr\"",
                "acrt revoke ci-push --registry contoso --password-name password1",
            ]
        )
        {
            command.name,
            command.keepDisabled,
            command.passwordName,
            command.folder,
            SharedOptions.Audit,
        };
    }

    private AcrTokenRevokeSettings Read(ParseResult parsed) =>
        new()
        {
            Name = parsed.Read(name),
            KeepDisabled = parsed.Read(keepDisabled),
            PasswordName = parsed.Read(passwordName) is { } password ? new AcrTokenPasswordName(password) : null,
        };

    private async Task<int> RunAsync(Work<AcrTokenRevokeSettings> work)
    {
        var isRemoved = work.Settings.WhatIf || TryRemoveFolder(work);
        await work.Client.RevokeTokenAsync(work.Settings, work.Cancellation);
        return isRemoved ? ExitCode.Success : ExitCode.Failure;
    }

    // Removed before the revocation, as for every lease: the login must go even if that fails.
    private bool TryRemoveFolder(Work<AcrTokenRevokeSettings> work)
    {
        if (DockerConfigOption.Read(work.Parsed, folder) is not { } directory)
            return true;

        try
        {
            if (AcrDockerConfig.Remove(directory, work.Settings.Name!) || !Path.Exists(directory))
                return true;

            work.Error.WriteLine($"{directory} is not what mint wrote for token '{work.Settings.Name}', and is left as it is.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            work.Error.WriteLine($"{directory} could not be removed: {failure.Message}");
        }

        return false;
    }
}
