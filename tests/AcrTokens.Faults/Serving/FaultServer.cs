using System.Text.Json;
using AcrTokens.Emulator;

namespace AcrTokens.Faults.Serving;

/// <summary>An emulator that records its requests, with extra paths where builds and the runner meet.</summary>
internal static class FaultServer
{
    /// <summary>Serves until the standard input ends, so that it never outlives its parent process.</summary>
    public static async Task<int> RunAsync()
    {
        var stages = new Stages();
        var book = new RequestBook((@case, operation) => _ = stages.ReachAsync(@case, Stages.Answered(operation)));
        MeetingPoint? meeting = null;
        await using var emulator = await AcrEmulator.StartAsync(
            new AcrEmulatorOptions { SendRetryAfter = false },
            (context, next) => MeetingPoint.Owns(context) ? meeting!.HandleAsync(context) : book.RecordAsync(context, next),
            CancellationToken.None
        );
        meeting = new MeetingPoint(emulator, book, stages);

        var addresses = new Addresses(
            emulator.ResourceManagerEndpoint,
            emulator.RegistryEndpoint,
            emulator.ControlKey,
            emulator.AccessToken,
            emulator.CertificatePem,
            emulator.Registries[0].ResourceId
        );
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(addresses, Wire.Options));
        await Console.In.ReadToEndAsync();
        return 0;
    }
}
