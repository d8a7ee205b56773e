using System.Buffers.Text;
using System.Text;
using Azure.Identity;

namespace AcrTokens.Integration.Tests;

/// <summary>Azure.Identity signs in, and this library works with its access tokens.</summary>
[Collection(ClientProofs.Name)]
public sealed class AzureIdentityProof(ClientMatrix matrix) : IAsyncLifetime
{
    private EmulatorForClients emulator = null!;

    public async Task InitializeAsync() => emulator = await EmulatorForClients.StartAsync();

    public async Task DisposeAsync()
    {
        matrix.Add("this library", emulator.Emulator.Requests);
        await emulator.DisposeAsync();
    }

    [Fact]
    public async Task Client_secret_signs_in()
    {
        await using var lease = await MintAsync(emulator.Library());

        (await lease.CanLogInAsync()).ShouldBeTrue();
        emulator.Emulator.Requests.ShouldContain(request => request.Operation == "Authority_Token" && request.Status == 200);
    }

    [Fact]
    public async Task Workload_identity_signs_in()
    {
        var file = Path.Combine(emulator.Folder, "federated-token");
        await File.WriteAllTextAsync(
            file,
            $"{Encode("{}")}.{Encode($$"""{"aud":"api://AzureADTokenExchange","exp":{{DateTimeOffset.UtcNow.AddMinutes(5).ToUnixTimeSeconds()}}}""")}.{Encode("unchecked")}"
        );

        await using var lease = await MintAsync(emulator.Library(emulator.WorkloadIdentity(file)));

        (await lease.CanLogInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Wrong_secret_and_unknown_client_are_refused_with_their_codes()
    {
        foreach (
            var (credential, code) in new[]
            {
                (emulator.Secret(emulator.Emulator.ClientId, "wrong"), "AADSTS7000215"),
                (emulator.Secret(Guid.NewGuid().ToString(), "wrong"), "AADSTS700016"),
            }
        )
        {
            var refused = await Should.ThrowAsync<AuthenticationFailedException>(async () =>
                await credential.GetTokenAsync(new(["https://management.azure.com/.default"]), default)
            );

            refused.ToString().ShouldContain(code);
        }
    }

    private Task<AcrTokenLease> MintAsync(AcrClient client) =>
        client.MintTokenAsync(new AcrTokenMintSettings().SetRegistryName(emulator.RegistryId).SetScopeMap("_repositories_push"));

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
