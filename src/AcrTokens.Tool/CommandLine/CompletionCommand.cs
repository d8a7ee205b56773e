using System.CommandLine;

namespace AcrTokens.Tool.CommandLine;

/// <summary>Prints a shell's completion script, which calls the parser's directive.</summary>
internal static class CompletionCommand
{
    private static readonly Dictionary<string, string> Scripts = new()
    {
        ["bash"] = """
            _acrt() {
              local IFS=$'\n'
              COMPREPLY=($(compgen -W "$(acrt "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
            }
            complete -o default -F _acrt acrt
            """,
        ["zsh"] = """
            _acrt() {
              local -a found=("${(@f)$(acrt "[suggest:${#BUFFER}]" "$BUFFER" 2>/dev/null)}")
              compadd -- $found
            }
            compdef _acrt acrt
            """,
        ["fish"] = """
            complete -c acrt -f -a '(acrt "[suggest:"(string length -- (commandline -cp))"]" (commandline -cp) 2>/dev/null)'
            """,
        ["pwsh"] = """
            Register-ArgumentCompleter -Native -CommandName acrt -ScriptBlock {
              param($word, $ast, $position)
              acrt "[suggest:$position]" "$ast" | Where-Object { $_ -like "$word*" }
            }
            """,
    };

    public static Command Create()
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh, fish or pwsh" };
        shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        var command = new Command("completion", "Prints a script that completes command lines, as in: source <(acrt completion bash)") { shell };
        command.SetAction(parsed => parsed.InvocationConfiguration.Output.WriteLine(Scripts[parsed.GetRequiredValue(shell)]));
        return command;
    }
}
