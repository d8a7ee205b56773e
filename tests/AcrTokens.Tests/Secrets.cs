using System.Text.Json;

namespace AcrTokens.Tests;

public sealed class Secrets
{
    private readonly AcrTokenPassword password = new() { Name = AcrTokenPasswordName.Password1, Value = new AcrSecret(Substitutes.Password) };

    [Fact]
    public void Are_revealed_on_purpose_only() => password.Value.ShouldReveal(Substitutes.Password);

    [Fact]
    public void Print_redacted_in_every_form()
    {
        var credentials = new AcrTokenCredentials { Username = "a-token", Passwords = [password] };
        var log = new ListLogger();
        Microsoft.Extensions.Logging.LoggerExtensions.Log(log, Microsoft.Extensions.Logging.LogLevel.Information, "{Secret} {Password}", password.Value, password);

        foreach (var text in new[] { $"{password.Value}", $"{password}", $"{credentials}", JsonSerializer.Serialize(credentials), JsonSerializer.Serialize(password.Value), log.Lines.Single() })
            text.ShouldNotContain(Substitutes.Password);
        $"{password.Value}".ShouldBe("[REDACTED]");
    }

    [Fact]
    public void Show_no_value_in_any_public_property() =>
        typeof(AcrSecret).GetProperties().ShouldBeEmpty();

    [Fact]
    public void Stay_out_of_the_wires_own_records() =>
        new PasswordJson("password1", Value: Substitutes.Password).ToString().ShouldBe("password1");
}
