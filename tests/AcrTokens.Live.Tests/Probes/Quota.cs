using AcrTokens.Live.Tests.Runs;

namespace AcrTokens.Live.Tests.Probes;

/// <summary>Fills a registry with tokens until it refuses one more. Costly: nobody else can create a token meanwhile.</summary>
internal sealed class Quota : Probe
{
    public override IReadOnlyList<string> Settles => ["A3"];

    public override async Task RunAsync(Service service, Notes notes)
    {
        int? most = service.Sku switch
        {
            "Basic" => 100,
            "Standard" => 500,
            _ => null,
        };
        if (!service.Costly.Contains(LiveSettings.Quota) || most is null)
        {
            notes.NotTried(
                "A3",
                most is null ? $"the SKU {service.Sku} holds too many tokens" : $"{LiveSettings.CostlyVariable} lacks {LiveSettings.Quota}"
            );
            return;
        }

        await service.PutPushScopeMapAsync();
        for (var count = 0; count <= most; count++)
        {
            var answer = await service.ArmAsync("fill the registry", "PUT", $"tokens/{Service.NewName()}", service.TokenBody(Service.PushScopeMap));
            if (answer.IsSuccess)
                continue;

            answer.Step = "one token too many";
            notes.Settle("A3", answer.Outcome == "403 QuotaExceeded", $"the token after {count} new ones: {answer.Outcome}");
            await AdviceAsync(service, notes);
            return;
        }

        notes.Settle("A3", false, $"{most + 1} tokens were created");
    }

    private static async Task AdviceAsync(Service service, Notes notes)
    {
        service.Recorder.Step = "one token too many, by the library";
        var settings = new AcrTokenCreateSettings
        {
            RegistryName = service.RegistryId,
            Name = Service.NewName(),
            ScopeMap = Service.PushScopeMap,
        };
        var refused = await Should.ThrowAsync<AcrException>(() => service.Client.CreateTokenAsync(settings));
        notes.Measure(
            $"the library's message {(refused.Message.Contains("quota", StringComparison.OrdinalIgnoreCase) ? "names" : "does not name")} the quota"
        );
    }
}
