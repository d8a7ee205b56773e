using System.CommandLine;
using System.CommandLine.Invocation;
using System.Text.RegularExpressions;

namespace AcrTokens.Emulator.CommandLine;

/// <summary>Runs an emulator until a signal stops it.</summary>
internal static partial class EmulatorCommand
{
    /// <summary>The longest wait for open requests at the end. A client that still waits for a response does not keep the process alive.</summary>
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromMilliseconds(500);

    public static async Task<int> RunAsync(string[] arguments)
    {
        var parsed = Create().Parse(arguments);
        if (parsed.Action is not ParseErrorAction)
        {
            return await parsed.InvokeAsync();
        }

        foreach (var error in parsed.Errors)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(ExpectedType().Replace(error.Message, ""));
        }

        return 1;
    }

    private static RootCommand Create()
    {
        var options = new CommandLineOptions();
        var command = new RootCommand(
            "A local Azure Container Registry, on loopback only: Resource Manager's tokens and scope maps, sign-in, token server and registry."
        );
        foreach (var option in options.All)
        {
            command.Options.Add(option);
        }

        command.SetAction(
            (parsed, _) =>
            {
                // Signals are handled here.
                parsed.InvocationConfiguration.ProcessTerminationTimeout = null;
                return RunAsync(
                    options.Read(parsed),
                    options.CaFile(parsed),
                    options.PrintKey(parsed) || !Console.IsOutputRedirected,
                    parsed.InvocationConfiguration.Output,
                    parsed.InvocationConfiguration.Error
                );
            }
        );
        return command;
    }

    private static async Task<int> RunAsync(AcrEmulatorOptions options, FileInfo? caFile, bool withKey, TextWriter output, TextWriter errors)
    {
        using var authority = new AuthorityFile(caFile);
        var file = authority.Path;
        using var signals = new StopSignals();
        var ct = signals.Token;
        var serving = Task.Run(() => ServeAsync(options, file, withKey, output, ct), CancellationToken.None);
        await Task.WhenAny(serving, Task.Delay(Timeout.Infinite, ct));
        await Task.WhenAny(serving, Task.Delay(LongestGoodbye, CancellationToken.None));
        try
        {
            await (serving.IsCompleted ? serving : Task.CompletedTask);
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

    private static async Task ServeAsync(AcrEmulatorOptions options, string authorityFile, bool withKey, TextWriter output, CancellationToken ct)
    {
        await using var emulator = await AcrEmulator.StartAsync(options, ct);
        await File.WriteAllTextAsync(authorityFile, emulator.CertificatePem + "\n", ct);
        await output.WriteAsync(StartMessage.Of(emulator, options, authorityFile, withKey));
        await output.FlushAsync(ct);
        await Task.Delay(Timeout.Infinite, ct);
    }

    // A user of the command line does not know .NET's types.
    [GeneratedRegex(" as expected type '[^']*'")]
    private static partial Regex ExpectedType();
}
