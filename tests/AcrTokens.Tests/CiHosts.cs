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
    public void Are_known_by_their_variables(string name, string? run, string variables) => CiHost.Detect(From(variables)).ShouldBe(new CiHost(name, run));

    [Fact]
    public void Are_none_elsewhere() => CiHost.Detect(From("BUILD_NUMBER=8")).ShouldBeNull();

    [Theory]
    [InlineData("GitHub Actions", "::error::100%25 wrong%0Aindeed")]
    [InlineData("Azure Pipelines", "##vso[task.logissue type=error]100% wrong indeed")]
    [InlineData("TeamCity", "##teamcity[message status='ERROR' text='100% wrong|nindeed']")]
    [InlineData("GitLab", "100% wrong\nindeed")]
    [InlineData(null, "100% wrong\nindeed")]
    public void Show_an_error_in_their_own_way(string? name, string line) =>
        CiHost.ErrorLine(name is null ? null : new CiHost(name, null), "100% wrong\nindeed").ShouldBe(line);

    private static Func<string, string?> From(string variables)
    {
        var all = variables.Split(';').Select(v => v.Split('=', 2)).ToDictionary(v => v[0], v => v[1]);
        return name => all.GetValueOrDefault(name);
    }
}
