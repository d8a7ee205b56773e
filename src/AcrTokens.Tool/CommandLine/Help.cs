using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace AcrTokens.Tool.CommandLine;

/// <summary>Adds examples to the parser's help.</summary>
internal sealed class Help(HelpAction original) : SynchronousCommandLineAction
{
    /// <summary>Adds them to all commands.</summary>
    public static void AddTo(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Action = new Help((HelpAction)option.Action!);
    }

    public override int Invoke(ParseResult parseResult)
    {
        var exitCode = original.Invoke(parseResult);
        if (parseResult.CommandResult.Command is ITaskCommand { Examples: { Count: > 0 } examples })
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var example in examples)
                output.WriteLine($"  {example}");
        }

        return exitCode;
    }
}
