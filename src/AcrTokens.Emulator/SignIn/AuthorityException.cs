using System.Globalization;
using System.Text.Json.Nodes;
using AcrTokens.Emulator.Hosting;

namespace AcrTokens.Emulator.SignIn;

/// <summary>An error of the authority. Created by <see cref="AuthorityErrors"/>.</summary>
internal sealed class AuthorityException(int status, string error, int code, string message) : Refusal(status, message)
{
    protected override string Body(DateTimeOffset now)
    {
        var (trace, correlation) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        var when = now.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return WireJson.Write(
            new JsonObject
            {
                ["error"] = error,
                ["error_description"] = $"AADSTS{code}: {Message} Trace ID: {trace} Correlation ID: {correlation} Timestamp: {when}",
                ["error_codes"] = new JsonArray(code),
                ["timestamp"] = when,
                ["trace_id"] = trace,
                ["correlation_id"] = correlation,
            }
        );
    }
}
