using System.CommandLine;
using AcrTokens.Tool.Leases;
using AcrTokens.Tool.Resources;

namespace AcrTokens.Tool.CommandLine;

/// <summary>The tool: its commands, and how each is run.</summary>
internal static class Acrt
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        var parsed = CreateRoot().Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        // Signals are our own business.
        var configuration = new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false };
        return parsed.CommandResult.Command is ITaskCommand command && parsed.Action is not System.CommandLine.Help.HelpAction
            ? await TaskRun.RunAsync(command, parsed, configuration)
            : await parsed.InvokeAsync(configuration);
    }

    private static RootCommand CreateRoot()
    {
        var root = new RootCommand("Short-lived, least-privilege tokens for Azure Container Registry.");
        foreach (var command in Commands())
            root.Add(command);
        Complete(root);
        return root;
    }

    // In the order of the help.
    private static Command[] Commands() =>
        [
            RevokeCommand.Create(),
            SweepCommand.Create(),
            PreflightCommand.Create(),
            TokenCommands.Create(),
            ScopeMapCommands.Create(),
            RegistryCommands.Credential(),
            RegistryCommands.Show(),
        ];

    private static void Complete(Command command)
    {
        if (command is ITaskCommand task)
        {
            foreach (var option in task.CommonOptions)
                command.Add(option);
            command.SetAction((_, _) => Task.FromResult(ExitCode.Success)); // it is run by TaskRun
        }

        foreach (var sub in command.Subcommands)
            Complete(sub);
    }
}
