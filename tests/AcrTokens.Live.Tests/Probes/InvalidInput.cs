using System.Text.Json.Nodes;
using AcrTokens.Live.Tests.Runs;
using AcrTokens.Live.Tests.Wire;

namespace AcrTokens.Live.Tests.Probes;

/// <summary>Sends names and bodies that the service's specification does not allow.</summary>
internal sealed class InvalidInput : Probe
{
    private const string Refusal = "400 InvalidParameter";

    public override IReadOnlyList<string> Settles => ["A1", "A2", "A5"];

    public override async Task RunAsync(Service service, Notes notes)
    {
        await service.PutPushScopeMapAsync();
        foreach (var (what, name) in Names())
        {
            Note(
                "A1",
                $"a token's name {what}",
                await SendAsync(service, $"token name {what}", $"tokens/{name}", service.TokenBody(Service.PushScopeMap))
            );
            var scopeMap = await SendAsync(
                service,
                $"scope map name {what}",
                $"scopeMaps/{name}",
                Actions($"repositories/{Service.Repository}/content/read")
            );
            Note("A1", $"a scope map's name {what}", scopeMap);
        }

        var digit = await SendAsync(
            service,
            "token name with a digit first",
            $"tokens/1{Service.NewName()}",
            service.TokenBody(Service.PushScopeMap)
        );
        notes.Measure($"a token's name that begins with a digit gets {digit.Outcome}");

        foreach (var (what, path, body) in Bodies(service))
            Note("A2", what, await SendAsync(service, what, path, body));

        await SystemScopeMapAsync(service, notes);

        void Note(string assumption, string what, Taken answer) => notes.Settle(assumption, answer.Outcome == Refusal, $"{what}: {answer.Outcome}");
    }

    private static IEnumerable<(string What, string Name)> Names() =>
        [("of 4 letters", Service.ShortName), ("of 51 characters", Service.NewName().PadRight(51, 'x')), ("with a dot", $"{Service.NewName()}.x")];

    private static IEnumerable<(string What, string Path, string Body)> Bodies(Service service)
    {
        var token = service.TokenBody(Service.PushScopeMap);
        var missing = $"{service.RegistryId}/scopeMaps/{Service.NewName()}";
        return
        [
            ("a token without a scope map", NewToken(), """{"properties":{"status":"enabled"}}"""),
            ("a token of an unknown status", NewToken(), Changed(token, "status", "paused")),
            ("a token of a scope map that does not exist", NewToken(), Changed(token, "scopeMapId", missing)),
            ("a token of something that is no id", NewToken(), Changed(token, "scopeMapId", "nothing")),
            ("a new token with a password", NewToken(), Changed(token, "credentials", JsonNode.Parse("""{"passwords":[{"name":"password1"}]}"""))),
            ("a body that is not JSON", NewToken(), "{"),
            ("an action that does not exist", $"scopeMaps/{Service.NewName()}", Actions($"repositories/{Service.Repository}/content/nothing")),
            ("an action of no repository", $"scopeMaps/{Service.NewName()}", Actions("nothing")),
        ];

        static string NewToken() => $"tokens/{Service.NewName()}";
    }

    // Anything that the service accepts after all must go.
    private static async Task<Taken> SendAsync(Service service, string step, string path, string body)
    {
        var answer = await service.ChangeAsync(step, "PUT", path, body);
        if (answer.IsSuccess)
            await service.ChangeAsync($"{step}, delete", "DELETE", path);
        return answer;
    }

    // Sends what is there already, so that nothing changes if the service accepts it.
    private static async Task SystemScopeMapAsync(Service service, Notes notes)
    {
        const string Path = "scopeMaps/_repositories_pull";
        var properties = Service.Must(await service.ArmAsync("read a system scope map", "GET", Path)).Json!["properties"]!;
        var same = new JsonObject { ["properties"] = new JsonObject { ["actions"] = properties["actions"]!.DeepClone() } };
        var answer = await service.ChangeAsync("change a system scope map", "PATCH", Path, same.ToJsonString());
        notes.Settle("A5", answer.Outcome == "400 ScopeMapNotEditable", $"a PATCH of a system scope map: {answer.Outcome}");
    }

    private static string Changed(string body, string property, JsonNode? value)
    {
        var json = JsonNode.Parse(body)!;
        json["properties"]![property] = value;
        return json.ToJsonString();
    }

    private static string Actions(string action) =>
        new JsonObject { ["properties"] = new JsonObject { ["actions"] = new JsonArray(action) } }.ToJsonString();
}
