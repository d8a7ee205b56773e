using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AcrTokens;

/// <summary>Brings the host's configuration and log into the client's options. Code that configures these later wins.</summary>
internal sealed class ClientOptionsSetup(IOptions<AcrTokensOptions> configured, ILoggerFactory? log = null) : IConfigureOptions<AcrClientOptions>
{
    public void Configure(AcrClientOptions options)
    {
        var chosen = configured.Value;
        options.Logger = log?.CreateLogger<AcrClient>() ?? options.Logger;
        if (chosen.Emulator is null)
        {
            options.Cloud = Clouds.Find(chosen.Cloud) ?? options.Cloud;
            options.SubscriptionId = chosen.SubscriptionId ?? options.SubscriptionId;
        }

        options.OperationTimeout = chosen.OperationTimeout ?? options.OperationTimeout;
        options.RevokeTimeout = chosen.RevokeTimeout ?? options.RevokeTimeout;
        options.AcquirePolicyToken = chosen.AcquirePolicyToken ?? options.AcquirePolicyToken;
        options.ChangeReference = chosen.ChangeReference ?? options.ChangeReference;
    }
}
