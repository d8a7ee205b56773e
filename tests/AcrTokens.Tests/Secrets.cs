using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AcrTokens.Tests;

public sealed partial class Secrets
{
    private readonly AcrTokenPassword password = new() { Name = AcrTokenPasswordName.Password1, Value = new AcrSecret(Substitutes.Password) };

    private AcrSecret Secret => password.Value!;

    [Fact]
    public void Are_revealed_on_purpose_only() => password.Value.ShouldReveal(Substitutes.Password);

    [Fact]
    public void Print_redacted_in_every_form()
    {
        var credentials = new AcrTokenCredentials { Username = "a-token", Passwords = [password] };
        var log = new ListLogger();
        Microsoft.Extensions.Logging.LoggerExtensions.Log(
            log,
            Microsoft.Extensions.Logging.LogLevel.Information,
            "{Secret} {Password}",
            Secret,
            password
        );

        foreach (
            var text in new[]
            {
                $"{Secret}",
                $"{password}",
                JsonSerializer.Serialize(credentials),
                JsonSerializer.Serialize(Secret),
                log.Lines.Single(),
                new InvalidOperationException($"{password}").ToString(),
            }
        )
        {
            text.ShouldNotContain(Substitutes.Password);
            text.ShouldContain("[REDACTED]");
        }

        $"{credentials}".ShouldNotContain(Substitutes.Password);
    }

    [Fact]
    public void Print_redacted_by_a_generated_context()
    {
        var credentials = new AcrTokenCredentials { Username = "a-token", Passwords = [password] };

        JsonSerializer.Serialize(Secret, Generated.Default.AcrSecret).ShouldBe("\"[REDACTED]\"");
        JsonSerializer.Serialize(credentials, Generated.Default.AcrTokenCredentials).ShouldBe(JsonSerializer.Serialize(credentials));
    }

    [Fact]
    public void Show_redacted_in_a_debugger() => typeof(AcrSecret).GetCustomAttribute<DebuggerDisplayAttribute>()!.Value.ShouldBe("[REDACTED]");

    [Fact]
    public void Are_written_redacted_by_what_asks_for_a_converter() =>
        TypeDescriptor.GetConverter(typeof(AcrSecret)).ConvertToInvariantString(Secret).ShouldBe("[REDACTED]");

    [Fact]
    public void Cannot_be_read_back()
    {
        Should.Throw<NotSupportedException>(() => JsonSerializer.Deserialize<AcrSecret>("\"[REDACTED]\""));
        TypeDescriptor.GetConverter(typeof(AcrSecret)).CanConvertFrom(typeof(string)).ShouldBeFalse();
    }

    [Fact]
    public void Show_no_value_in_any_public_property() =>
        typeof(AcrSecret).GetProperties().Select(p => $"{p.GetValue(Secret)}").ShouldAllBe(shown => !shown.Contains(Substitutes.Password));

    [Fact]
    public void Are_told_apart_by_their_fingerprint()
    {
        Secret.Fingerprint.ShouldBe(new AcrSecret(Substitutes.Password).Fingerprint);
        Secret.Fingerprint.ShouldNotBe(new AcrSecret("another").Fingerprint);
        new AcrSecret("abc").Fingerprint.ShouldBe("BA7816BF8F01", "the start of FIPS 180's example for SHA-256");
    }

    [JsonSerializable(typeof(AcrTokenCredentials))]
    private sealed partial class Generated : JsonSerializerContext;
}
