using Azure.Core;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace AcrTokens.Tests;

/// <summary>Substitutes for the executor that can mint, and the registry behind them.</summary>
internal static class Substitutes
{
    public const string Subscription = "12345678-1234-1234-1234-123456789abc";
    public const string Password = "not-a-password-but-a-canary";

    public static ResourceIdentifier Registry { get; } = AcrResourceIds.Registry(Subscription, "builds", "contoso");

    public static AcrExecutor Executor()
    {
        var executor = Substitute.For<AcrExecutor>();
        executor.AnswerWith(Password);
        executor
            .GetRegistryAsync(null!, default)
            .ReturnsForAnyArgs(call => new AcrRegistry { Id = call.Arg<ResourceIdentifier>(), LoginServer = "contoso-0a1b.azurecr.io" });
        executor.GetTokenIfExistsAsync(null!, default).ReturnsForAnyArgs((AcrToken?)null);
        return executor;
    }

    public static T InRegistry<T>(this T settings)
        where T : AcrSettings => settings.SetRegistryName("contoso").SetResourceGroupName("builds").SetSubscriptionId(Subscription);

    public static AcrTokenMintSettings Mint { get; } = new AcrTokenMintSettings().InRegistry().SetScopeMap("_repositories_push");

    /// <summary>Generates this password from now on, as it is asked: name and expiry.</summary>
    public static void AnswerWith(this AcrExecutor executor, string password) =>
        executor
            .GenerateCredentialsAsync(null!, null, null, default)
            .ReturnsForAnyArgs(call => new AcrTokenCredentials
            {
                Username = call.Arg<ResourceIdentifier>()?.Name ?? "",
                Passwords =
                [
                    new AcrTokenPassword
                    {
                        Name = call.Arg<AcrTokenPasswordName?>() ?? AcrTokenPasswordName.Password1,
                        ExpiresOn = call.ArgAt<DateTimeOffset?>(2),
                        Value = new AcrSecret(password),
                    },
                ],
            });

    /// <summary>Refuses to disable or delete any token.</summary>
    public static void RefuseToEnd(this AcrExecutor executor, AcrException refusal)
    {
        executor.UpdateTokenAsync(null!, null!, default, default).ThrowsAsyncForAnyArgs(refusal);
        executor.DeleteTokenAsync(null!, default, default).ThrowsAsyncForAnyArgs(refusal);
    }

    /// <summary>The names of the calls that reached the executor, in order.</summary>
    public static IEnumerable<string> CallNames(this AcrExecutor executor) => executor.ReceivedCalls().Select(c => c.GetMethodInfo().Name);
}
