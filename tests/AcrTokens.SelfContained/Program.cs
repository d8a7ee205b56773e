using System.Runtime.InteropServices;
using AcrTokens;
using AcrTokens.Emulator;

// Mints and revokes in the emulator, on the runtime that it carries. Fails if the registry treats the password otherwise than it should.
await using var emulator = await AcrEmulator.StartAsync();
var client = new AcrClient(emulator.Credential, emulator.CreateClientOptions());
var settings = new AcrTokenMintSettings().SetRegistryName(emulator.LoginServer).AddRepository("samples/hello", AcrPermission.Push);

var lease = await client.MintTokenAsync(settings.EnableRevocationProof());
var accepted = await lease.CanLogInAsync();
await lease.RevokeAsync();

var isRight = accepted && lease.RefusedOn is not null && emulator.Tokens.Count == 0;
Console.WriteLine($"{RuntimeInformation.FrameworkDescription}: {(isRight ? "minted and revoked" : "wrong")}");
return isRight ? 0 : 1;
