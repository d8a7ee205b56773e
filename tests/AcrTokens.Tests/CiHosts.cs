namespace AcrTokens.Tests;

public sealed class CiHosts
{
    [Theory]
    [InlineData("GitHub Actions", "123-2", "GITHUB_ACTIONS=true;GITHUB_RUN_ID=123;GITHUB_RUN_ATTEMPT=2")]
    [InlineData("Azure Pipelines", "456-1", "TF_BUILD=True;BUILD_BUILDID=456;SYSTEM_JOBATTEMPT=1")]
    [InlineData("GitLab", "789", "GITLAB_CI=true;CI_JOB_ID=789")]
    [InlineData("TeamCity", "42", "TEAMCITY_VERSION=2026.1;BUILD_NUMBER=42")]
    [InlineData("AppVeyor", "k1", "APPVEYOR=True;APPVEYOR_JOB_ID=k1")]
    [InlineData("Bitbucket", "7", "BITBUCKET_BUILD_NUMBER=7")]
    [InlineData("Jenkins", "8", "JENKINS_URL=http://localhost/;BUILD_NUMBER=8")]
    [InlineData("Jenkins", null, "JENKINS_URL=http://localhost/")]
    public void Are_known_by_their_variables(string name, string? run, string variables) =>
        CiHost.Detect(From(variables)).ShouldBe(KnownHosts.Of(name, run));

    [Fact]
    public void Are_none_elsewhere() => CiHost.Detect(From("BUILD_NUMBER=8")).ShouldBeNull();

    [Theory]
    [InlineData("GitHub Actions", "::error::100%25 wrong%0Aindeed")]
    [InlineData("Azure Pipelines", "##vso[task.logissue type=error]100% wrong indeed")]
    [InlineData("TeamCity", "##teamcity[message status='ERROR' text='100% wrong|nindeed']")]
    [InlineData("GitLab", "100% wrong\nindeed")]
    [InlineData(null, "100% wrong\nindeed")]
    public void Show_an_error_in_their_own_way(string? name, string line) =>
        CiHost.ErrorLine(name is null ? null : KnownHosts.Of(name), "100% wrong\nindeed").ShouldBe(line);

    [Theory]
    [InlineData("GitHub Actions", "a+b/c=", "::add-mask::a+b/c=")]
    [InlineData("GitHub Actions", "a%2Bb", "::add-mask::a%252Bb")]
    [InlineData("GitHub Actions", "a%0A\r\nb", "::add-mask::a%250A%0D%0Ab")]
    [InlineData("Azure Pipelines", "a+b/c=", "##vso[task.setsecret]a+b/c=")]
    [InlineData("Azure Pipelines", "a%2Bb", "##vso[task.setsecret]a%2Bb")]
    [InlineData("Azure Pipelines", "a%0A\nb", "##vso[task.setsecret]a%AZP250A%0Ab")]
    [InlineData("GitLab", "a+b/c=", null)]
    [InlineData("TeamCity", "a+b/c=", null)]
    [InlineData("AppVeyor", "a+b/c=", null)]
    [InlineData("Bitbucket", "a+b/c=", null)]
    [InlineData("Jenkins", "a+b/c=", null)]
    public void Hide_a_value_where_they_have_a_command_for_it(string name, string value, string? line) =>
        KnownHosts.Of(name).MaskLine(value).ShouldBe(line);

    [Fact]
    public void Hide_a_value_on_GitLab_when_its_runner_is_known_to() =>
        (KnownHosts.Of("GitLab") with { HasProxyExec = true }).MaskLine("a+b%").ShouldBe("::add-mask::a+b%25");

    // Decodes as the agent does, with DECODE_PERCENTS on and off.
    [Theory]
    [InlineData("a+b/c=", true)]
    [InlineData("a+b/c=", false)]
    [InlineData("a%2Bb%2Fc%3D", true)]
    [InlineData("a%2Bb%2Fc%3D", false)]
    [InlineData("a\r\nb", true)]
    [InlineData("a\r\nb", false)]
    [InlineData("a%0Ab%5D%3Bc", true)]
    [InlineData("a%AZP25b", true)]
    public void Give_Azure_Pipelines_agent_what_it_decodes_to_the_value(string value, bool decodesPercents)
    {
        var line = KnownHosts.Of("Azure Pipelines").MaskLine(value)!;

        line.ShouldNotContain('\n');
        var data = line["##vso[task.setsecret]".Length..]
            .Replace("%0D", "\r", StringComparison.Ordinal)
            .Replace("%0A", "\n", StringComparison.Ordinal)
            .Replace("%3B", ";", StringComparison.Ordinal)
            .Replace("%5D", "]", StringComparison.Ordinal);
        (decodesPercents ? data.Replace("%AZP25", "%", StringComparison.Ordinal) : data).ShouldBe(value);
    }

    private static Func<string, string?> From(string variables)
    {
        var all = variables.Split(';').Select(v => v.Split('=', 2)).ToDictionary(v => v[0], v => v[1]);
        return name => all.GetValueOrDefault(name);
    }
}
