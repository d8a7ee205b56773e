using System.CommandLine;
using AcrTokens.Tool.CommandLine;

namespace AcrTokens.Tool.Leases;

/// <summary>Ends a token that another step minted.</summary>
internal static class RevokeCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "The token's name" };
        var keepDisabled = new Option<bool>("--keep-disabled") { Description = "Leave the token in the registry, disabled" };
        return new ChangeCommand<AcrTokenRevokeSettings>(
            "revoke",
            "Ends a token by its name: disables it, then deletes it. One that is gone counts as ended.",
            parsed => new AcrTokenRevokeSettings { Name = parsed.Read(name), KeepDisabled = parsed.Read(keepDisabled) },
            RunAsync,
            ["acrt revoke acrt-20261121t063000z-4711-3k9x0m2q --registry contoso"]
        )
        {
            name,
            keepDisabled,
        };
    }

    private static async Task<int> RunAsync(Work<AcrTokenRevokeSettings> work)
    {
        await work.Client.RevokeTokenAsync(work.Settings, work.Cancellation);
        return ExitCode.Success;
    }
}
