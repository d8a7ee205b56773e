using System.CommandLine;

namespace AcrTokens.Tool.CommandLine;

/// <summary>Runs a command. Reports all mistakes together before anything is sent, and a failure as one message and an exit code.</summary>
internal sealed class TaskRun(ITaskCommand command, ParseResult parsed)
{
    private TextWriter Error => parsed.InvocationConfiguration.Error;

    /// <param name="found">The mistakes found so far.</param>
    public async Task<int> RunAsync(IEnumerable<string> found)
    {
        List<string> mistakes = [.. found, .. ToolClient.FindMistakes(parsed)];
        var client = TryCreateClient(mistakes);
        var told = mistakes.SelectMany(UsageMessage.OptionsIn).Concat(UsageMessage.WrongOptions(parsed)).ToHashSet();
        mistakes.AddRange(command.FindMistakes(parsed, client).Select(Spelling.Of).Where(mistake => !UsageMessage.IsWantOf(mistake, told)));
        if (mistakes.Count == 0)
            return await WorkAsync(client);

        await Error.WriteLineAsync(UsageMessage.Of(parsed.CommandResult.Command, mistakes));
        return ExitCode.Usage;
    }

    // Returns a default client if it cannot be created, so that the settings are still validated.
    private AcrClient TryCreateClient(List<string> mistakes)
    {
        try
        {
            return ToolClient.Create(parsed);
        }
        catch (AcrException wrong)
        {
            mistakes.Add(UsageMessage.OfFailure(wrong.Message));
            return new AcrClient();
        }
    }

    private async Task<int> WorkAsync(AcrClient client)
    {
        try
        {
            return await command.RunAsync(parsed, client, CancellationToken.None);
        }
        catch (AcrException failure)
        {
            await Error.WriteLineAsync(AcrTokenGuard.ToHostError(Spelling.Of(failure.Message)));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await Error.WriteLineAsync(AcrTokenGuard.ToHostError(failure.Message));
        }
        catch (OperationCanceledException)
        {
            // by a signal, which decides the exit code
        }

        return command.FailureCode;
    }
}
