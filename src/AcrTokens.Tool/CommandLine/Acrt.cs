using System.CommandLine;
using System.CommandLine.Invocation;
using AcrTokens.Tool.Leases;
using AcrTokens.Tool.Resources;

namespace AcrTokens.Tool.CommandLine;

/// <summary>The tool's commands, and how they run.</summary>
internal static class Acrt
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        var own = OwnArguments.Of(arguments);
        var parsed = Parse(own);
        var streams = Streams.Open();
        parsed.InvocationConfiguration.Output = streams.Output;
        parsed.InvocationConfiguration.Error = streams.Error;
        if (parsed.Action is not (ParseErrorAction or TaskAction))
            return await parsed.InvokeAsync(streams); // help, version, completion

        List<string> mistakes = [.. own.Mistakes, .. UsageMessage.OfParser(parsed)];
        if (parsed.CommandResult.Command is ITaskCommand command)
            return await new TaskRun(command, parsed).RunAsync(mistakes);

        await streams.Error.WriteLineAsync(UsageMessage.Of(parsed.CommandResult.Command, mistakes));
        return ExitCode.Usage;
    }

    // Response files are not supported: no option's value begins with @.
    internal static ParseResult Parse(OwnArguments own) =>
        CreateRoot().Parse(own.Arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });

    private static RootCommand CreateRoot()
    {
        var root = new RootCommand("Short-lived, least-privilege tokens for Azure Container Registry.");
        foreach (var command in Commands())
            root.Add(command);
        Complete(root);
        Help.AddTo(root);
        return root;
    }

    // In the order of the help.
    private static Command[] Commands() =>
        [
            ExecCommand.Create(),
            MintCommand.Create(),
            RevokeCommand.Create(),
            SweepCommand.Create(),
            PreflightCommand.Create(),
            TokenCommands.Create(),
            ScopeMapCommands.Create(),
            RegistryCommands.Credential(),
            RegistryCommands.Show(),
            CompletionCommand.Create(),
        ];

    private static void Complete(Command command)
    {
        if (command is ITaskCommand task)
        {
            foreach (var option in task.CommonOptions)
                command.Add(option);
            command.Action = new TaskAction();
        }

        foreach (var option in command.Options.Where(option => option.Arity.MaximumNumberOfValues > 0))
            option.Validators.Add(OptionValues.Refuse);
        foreach (var sub in command.Subcommands)
            Complete(sub);
    }

    /// <summary>Marks a command that <see cref="TaskRun"/> runs.</summary>
    private sealed class TaskAction : AsynchronousCommandLineAction
    {
        public override Task<int> InvokeAsync(ParseResult parseResult, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();
    }
}
