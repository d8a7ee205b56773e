using System.Diagnostics.CodeAnalysis;
using Azure.ResourceManager;

namespace AcrTokens.AzureSdk;

/// <summary>Clients on Azure's own typed client.</summary>
[SuppressMessage("Design", "CA1034:Nested types should not be visible", Justification = "An extension block is no type of anybody's")]
public static class AcrClientAzureSdkExtensions
{
    extension(AcrClient)
    {
        /// <summary>Makes a client whose tasks are carried out through Azure's own client, with its credential, policies and diagnostics.</summary>
        /// <param name="client">Azure's client.</param>
        /// <param name="options">Clock, log, prompt and <see cref="AcrClientOptions.OperationTimeout"/>; how to talk to Azure is the client's own
        /// matter.</param>
        public static AcrClient UseAzureSdk(ArmClient client, AcrClientOptions? options = null) => new(new SdkExecutor(client, options), options);
    }
}
