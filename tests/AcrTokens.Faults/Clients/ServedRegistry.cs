using System.Diagnostics;
using System.Text.Json;

namespace AcrTokens.Faults.Clients;

/// <summary>The emulator, in a separate process.</summary>
internal sealed class ServedRegistry : IAsyncDisposable
{
    private readonly Process process;

    private ServedRegistry(Process process, Addresses addresses)
    {
        this.process = process;
        Addresses = addresses;
        Control = new ControlClient(addresses);
        Clients = new ClientFactory(addresses);
    }

    public Addresses Addresses { get; }

    public ControlClient Control { get; }

    public ClientFactory Clients { get; }

    public static async Task<ServedRegistry> StartAsync()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "AcrTokens.Faults.dll");
        var process = Process.Start(
            new ProcessStartInfo("dotnet", ["exec", program, "serve"]) { RedirectStandardInput = true, RedirectStandardOutput = true }
        )!;
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The emulator did not start.");
        return new ServedRegistry(process, JsonSerializer.Deserialize<Addresses>(line, Wire.Options)!);
    }

    public async ValueTask DisposeAsync()
    {
        Control.Dispose();
        Clients.Dispose();
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
