using AcrTokens.Benchmarks.Floor;

// The least that does the library's requests: one HttpClient, no check, no retry, no care for the password.
using var http = new HttpClient();
var arm = await ResourceManager.SignInAsync(http);
var name = $"floor-{Guid.NewGuid():N}"[..30];
await arm.ChangeAsync(HttpMethod.Put, name, $$$"""{"properties":{"scopeMapId":"{{{arm.Registry}}}/scopeMaps/_repositories_push"}}""");
var password = await arm.GenerateAsync(name, DateTimeOffset.UtcNow.AddMinutes(30));
await arm.ChangeAsync(HttpMethod.Patch, name, """{"properties":{"status":"disabled"}}""");
return password.Length > 0 ? 0 : 1;
