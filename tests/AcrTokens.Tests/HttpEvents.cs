namespace AcrTokens.Tests;

/// <summary>The contents of requests and responses that Azure.Core's events may show.</summary>
public sealed class HttpEvents
{
    private readonly AcrClientOptions options = new() { Diagnostics = { IsLoggingContentEnabled = true } };

    [Fact]
    public void Leave_out_content() => Applied().IsLoggingContentEnabled.ShouldBeFalse();

    [Theory]
    [InlineData("*")]
    [InlineData("Authorization")]
    [InlineData("authorization")]
    public void Leave_out_the_header_that_carries_credentials(string name)
    {
        options.Diagnostics.LoggedHeaderNames.Add(name);
        options.Diagnostics.LoggedHeaderNames.Add(name);

        Applied().LoggedHeaderNames.ShouldNotContain(name);
    }

    [Fact]
    public void Keep_the_other_headers_that_were_asked_for()
    {
        var before = options.Diagnostics.LoggedHeaderNames.ToList();
        options.Diagnostics.LoggedHeaderNames.Add("*");
        options.Diagnostics.LoggedHeaderNames.Add("x-ms-operation");

        Applied().LoggedHeaderNames.ShouldBe([.. before, "x-ms-operation"]);
    }

    private Azure.Core.DiagnosticsOptions Applied()
    {
        DiscreetDiagnostics.Apply(options.Diagnostics);
        return options.Diagnostics;
    }
}
