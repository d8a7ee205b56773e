using AcrTokens.Live.Tests.Runs;

namespace AcrTokens.Live.Tests.Probes;

/// <summary>Changes tokens that are still being created, exist already, or lose their scope map.</summary>
internal sealed class UnfinishedTokens : Probe
{
    private const string NotSeen = "the token was ready before the next request";

    public override IReadOnlyList<string> Settles => ["A4", "A6", "A7", "A8"];

    public override async Task RunAsync(Service service, Notes notes)
    {
        await service.PutPushScopeMapAsync();
        var (name, body) = (Service.NewName(), service.TokenBody(Service.PushScopeMap));
        var created = Service.Must(await service.ArmAsync("create", "PUT", $"tokens/{name}", body));
        await WhileCreatingAsync(service, notes, name);
        await service.FinishAsync("wait until it is ready", created);

        await service.PasswordAsync("generate a password", name);
        var over = await service.ChangeAsync("put it again", "PUT", $"tokens/{name}", body);
        notes.Settle("A6", over.Status == 201, $"PUT over an existing token: {over.Outcome}");
        var token = Service.Must(await service.ArmAsync("read it", "GET", $"tokens/{name}"));
        notes.Measure(
            $"after a PUT over it a token has {token.Json!["properties"]!["credentials"]?["passwords"]?.AsArray().Count ?? 0} of 1 password"
        );

        var deleted = await service.ChangeAsync("delete its scope map", "DELETE", $"scopeMaps/{Service.PushScopeMap}");
        notes.Settle("A8", deleted.IsSuccess, $"DELETE of a scope map that a token uses: {deleted.Outcome}");
    }

    private static async Task WhileCreatingAsync(Service service, Notes notes, string name)
    {
        var generated = await service.GenerateAsync("generate a password too early", name, TimeSpan.FromMinutes(5));
        if (generated.IsSuccess)
            notes.NotTried("A4", NotSeen);
        else
            notes.Settle("A4", generated.Outcome == "409 TokenNotActive", $"generateCredentials right after the PUT: {generated.Outcome}");

        var read = Service.Must(await service.ArmAsync("read it too early", "GET", $"tokens/{name}"));
        var changed = await service.ArmAsync("change it too early", "PATCH", $"tokens/{name}", """{"properties":{"status":"enabled"}}""");
        if ((string?)read.Json!["properties"]!["provisioningState"] == "Creating")
            notes.Settle("A7", changed.IsSuccess, $"PATCH of a token in the state Creating: {changed.Outcome}");
        else
            notes.NotTried("A7", NotSeen);
    }
}
