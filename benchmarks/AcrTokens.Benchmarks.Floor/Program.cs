using AcrTokens.Benchmarks.Floor;

// The minimal program that sends the library's requests: one HttpClient, no checks, no retries, no protection of the password.
// "get" sends one request and ignores the response, to measure the cost of a connection.
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
