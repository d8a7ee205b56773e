using System.Text.Json;
using System.Text.Json.Serialization;
using AcrTokens;

// A script compiled ahead of time: it signs in, mints, hands over and revokes. The environment holds the variables that the emulator prints.
var client = AcrClient.ForEmulator();
var lease = await client.MintTokenAsync(
    new AcrTokenMintSettings().SetRegistryName(args[0]).AddRepository("samples/hello", AcrPermission.Push).EnableRevocationProof()
);

Console.WriteLine($"minted {lease.Name} with {JsonSerializer.Serialize(lease.Password, Written.Default.AcrSecret)}");
try
{
    Console.WriteLine($"handed over in {(await lease.GetDockerConfigAsync()).Directory}");
}
catch (AcrException failure)
{
    Console.WriteLine($"not handed over: {failure.Message}");
}

await lease.RevokeAsync();
Console.WriteLine($"revoked, refused on {lease.RefusedOn:u}");

/// <summary>Writes JSON in a program without reflection.</summary>
[JsonSerializable(typeof(AcrSecret))]
internal sealed partial class Written : JsonSerializerContext;
