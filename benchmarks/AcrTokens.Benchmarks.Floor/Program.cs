using AcrTokens.Benchmarks.Floor;

// The least that does the library's requests: one HttpClient, no check, no retry, no care for the password.
// "get" sends one request, whatever is answered, which tells what a connection costs.
using var http = new HttpClient();
if (args is ["get", var address])
{
    using var answer = await http.GetAsync(new Uri(address));
    return (await answer.Content.ReadAsByteArrayAsync()).Length > 0 ? 0 : 1;
}

var arm = await ResourceManager.SignInAsync(http);
var name = $"floor-{Guid.NewGuid():N}"[..30];
await arm.ChangeAsync(HttpMethod.Put, name, $$$"""{"properties":{"scopeMapId":"{{{arm.Registry}}}/scopeMaps/_repositories_push"}}""");
var password = await arm.GenerateAsync(name, DateTimeOffset.UtcNow.AddMinutes(30));
await arm.ChangeAsync(HttpMethod.Patch, name, """{"properties":{"status":"disabled"}}""");
return password.Length > 0 ? 0 : 1;
