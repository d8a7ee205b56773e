using System.Diagnostics.CodeAnalysis;
using Azure.ResourceManager;

namespace AcrTokens.AzureSdk;

/// <summary>Creates clients on top of Azure's own typed client.</summary>
[SuppressMessage("Design", "CA1034:Nested types should not be visible", Justification = "An extension block is not a type that callers see")]
public static class AcrClientAzureSdkExtensions
{
    extension(AcrClient)
    {
        /// <summary>Creates a client that runs its tasks through Azure's own client, with its credential, policies and diagnostics.</summary>
        /// <param name="client">Azure's client.</param>
        /// <param name="options">The clock, log, prompt and <see cref="AcrClientOptions.OperationTimeout"/> to use. The connection to Azure is
        /// configured on <paramref name="client"/>.</param>
        public static AcrClient UseAzureSdk(ArmClient client, AcrClientOptions? options = null) => new(new SdkExecutor(client, options), options);
    }
}
