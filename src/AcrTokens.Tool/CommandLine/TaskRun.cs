using System.CommandLine;

namespace AcrTokens.Tool.CommandLine;

/// <summary>Runs a command: every mistake at once, before anything is sent; then the work; a failure is one message and an exit code.</summary>
internal static class TaskRun
{
    public static async Task<int> RunAsync(ITaskCommand command, ParseResult parsed, InvocationConfiguration configuration)
    {
        parsed.InvocationConfiguration.Error = configuration.Error;
        parsed.InvocationConfiguration.Output = configuration.Output;
        var error = configuration.Error;
        var mistakes = parsed.Errors.Select(e => e.Message).ToList();
        try
        {
            var client = ToolClient.Create(parsed);
            mistakes.AddRange(command.FindMistakes(parsed, client));
            if (mistakes.Count == 0)
                return await command.RunAsync(parsed, client, CancellationToken.None);
        }
        catch (AcrException failure) when (failure.NothingDone && failure.Status == 0)
        {
            mistakes.Add(failure.Message);
        }
        catch (AcrException failure)
        {
            await error.WriteLineAsync(Spelling.Of(failure.Message));
            return command.FailureCode;
        }

        foreach (var mistake in mistakes)
            await error.WriteLineAsync(Spelling.Of(mistake));
        return ExitCode.Usage;
    }
}
