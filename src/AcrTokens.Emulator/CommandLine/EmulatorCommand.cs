using System.CommandLine;

namespace AcrTokens.Emulator.CommandLine;

/// <summary>Runs an emulator until it is told to stop.</summary>
internal static class EmulatorCommand
{
    public static RootCommand Create()
    {
        var options = new EmulatorOptions();
        var command = new RootCommand("A local Azure Container Registry, on loopback only: Resource Manager's tokens and scope maps, sign-in, token server and registry.");
        foreach (var option in options.All)
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, ct) => RunAsync(options.Read(parsed), options.CaFile(parsed), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, ct));
        return command;
    }

    private static async Task<int> RunAsync(AcrEmulatorOptions options, FileInfo? caFile, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        try
        {
            await using var emulator = await AcrEmulator.StartAsync(options, ct);
            using var authority = AuthorityFile.Write(caFile, emulator.CertificatePem);
            await output.WriteAsync(StartMessage.Of(emulator, options, authority.Path));
            await output.FlushAsync(ct);
            await Task.Delay(Timeout.Infinite, ct);
            return 0;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or InvalidDataException)
        {
            await errors.WriteLineAsync(exception.Message);
            return 1;
        }
    }
}
