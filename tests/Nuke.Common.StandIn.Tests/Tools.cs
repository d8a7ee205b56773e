namespace Nuke.Common.StandIn.Tests;

public class Tools
{
    private const string Canary = "not-a-password-but-a-canary";

    private static readonly string s_tool = Path.Combine(AppContext.BaseDirectory, "tool.sh");

    [UnixFact]
    public void Secret_argument_is_redacted_in_the_log_and_in_the_output()
    {
        var result = Run("login");
        result.Lines.ShouldContain(x => x.EndsWith($"[INF] > {s_tool} login --username a-token --password [REDACTED] contoso.azurecr.io"));
        result.Lines.ShouldContain(x => x.EndsWith("[DBG] arguments: login --username a-token --password [REDACTED] contoso.azurecr.io"));
        result.Text.ShouldNotContain(Canary);
        result.ExitCode.ShouldBe(0);
    }

    [UnixFact]
    public void Options_come_behind_the_command_in_their_order_and_names_last()
    {
        Run("push").Lines.ShouldContain(x => x.EndsWith("[DBG] arguments: push --all-tags --config /a config contoso.azurecr.io/samples/app:1.2"));
        Run("push").Lines.ShouldContain(x => x.EndsWith($"> {s_tool} push --all-tags --config \"/a config\" contoso.azurecr.io/samples/app:1.2"));
        Run("logout").Lines.ShouldContain(x => x.EndsWith("[DBG] arguments: logout contoso.azurecr.io"));
        Run("publish")
            .Lines.ShouldContain(x =>
                x.EndsWith(
                    $"> {s_tool} publish \"/a project\" --property:Text=\"two words\" --property:Flag=true /t:One;Two --nologo "
                        + "--configuration Release -last"
                )
            );
    }

    [UnixFact]
    public void Variable_is_that_one_processs_beside_those_of_the_build()
    {
        var result = Run("push", "SHAPE=round");
        result.Lines.ShouldContain(x => x.EndsWith("[DBG] COLOUR=blue"));
        result.Lines.ShouldContain(x => x.EndsWith("[DBG] SHAPE=round"));
        result.Lines.ShouldContain("own colour: none");
    }

    [UnixFact]
    public void Variables_that_are_cleared_are_not_handed_on()
    {
        var result = Run("bare", "SHAPE=round");
        result.Lines.ShouldContain(x => x.EndsWith("[DBG] COLOUR=blue"));
        result.Text.ShouldNotContain("SHAPE=round");
    }

    [UnixFact]
    public void Secret_to_redact_is_redacted_in_the_output_that_is_returned_too()
    {
        var result = Run("redact");
        result.Lines.ShouldContain(x => x.EndsWith("[DBG] COLOUR=[REDACTED]"));
        result.Lines.ShouldContain("returned: False");
        result.Text.ShouldNotContain(Canary);
    }

    [UnixFact]
    public void Output_is_returned_also_when_it_is_not_logged()
    {
        var result = Run("quiet");
        result.Lines.ShouldContain("returned: arguments: logout");
        result.Lines.ShouldNotContain(x => x.EndsWith("[DBG] arguments: logout"));
        result.Lines.ShouldContain(x => x.EndsWith("logout") && x.Contains("[INF] > "));
    }

    [UnixFact]
    public void Exit_code_fails_the_target_with_what_was_run_and_its_errors()
    {
        var result = Run("login", "EXIT_CODE=3;ERRORS=no such host");
        result.ExitCode.ShouldBe(BuildResult.Failure);
        result.Row("Login").ShouldBe("Failed // ProcessException: Process 'tool.sh' exited with code 3.");
        result.Text.ShouldContain($"   > {s_tool} login --username a-token --password [REDACTED] contoso.azurecr.io\n");
        result.Text.ShouldContain("Error output:\n   no such host\n");
        result.Text.ShouldNotContain(Canary);
    }

    [UnixFact]
    public void Exit_code_that_is_not_handled_is_no_failure() => Run("tolerant", "EXIT_CODE=3").ExitCode.ShouldBe(0);

    [UnixFact]
    public void Errors_of_docker_are_its_progress_but_its_warnings_are_warnings()
    {
        Run("logout", "ERRORS=a line").Lines.ShouldContain(x => x.EndsWith("[DBG] a line"));
        Run("logout", "ERRORS=WARNING! a line").Lines.ShouldContain("[WRN] Logout: WARNING! a line");
    }

    [UnixFact]
    public void Errors_of_dotnet_are_errors()
    {
        Run("publish", "ERRORS=a line").Lines.ShouldContain("[ERR] Publish: a line");
        Run("publish", "ERRORS=Program.cs(1,1): warning CS0168: a line")
            .Lines.ShouldContain("[WRN] Publish: Program.cs(1,1): warning CS0168: a line");
    }

    [UnixFact]
    public void Path_is_taken_from_the_settings_the_variable_or_the_task()
    {
        var result = Run("tag-image");
        result.Lines.ShouldContain(x => x.EndsWith("[DBG] arguments: tag from to"));
        result.Text.ShouldNotContain("[INF] > ");
        Run("missing").Row("Missing").ShouldStartWith("Failed // ArgumentException: Could not find 'no-such-tool-anywhere'");
    }

    [UnixFact]
    public void Several_are_run_and_logged_in_the_end()
    {
        var result = Run("push-several");
        result.Lines.ShouldContain("pushed: one two");
        result.Lines.ShouldContain(x => x.EndsWith("[DBG] arguments: push one"));
        result.Lines.ShouldContain(x => x.EndsWith("[DBG] arguments: push two"));
    }

    [UnixFact]
    public void Several_that_fail_fail_together()
    {
        var result = Run("push-several", "EXIT_CODE=3");
        result.Row("PushSeveral").ShouldStartWith("Failed // AggregateException: One or more errors occurred.");
        result.Lines.ShouldContain(x => x.EndsWith("[DBG] arguments: push one"));
        result.Lines.ShouldContain(x => x.EndsWith("[DBG] arguments: push two"));
    }

    private static BuildResult Run(string target, string environment = "") => BuildProcess.Run("ToolBuild", target, $"TOOL={s_tool};{environment}");
}
