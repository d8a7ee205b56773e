using System.Text.Json;
using AcrTokens.Emulator.Hosting;

namespace AcrTokens.Emulator.Control;

/// <summary>An answer of the control API that says no.</summary>
internal sealed class ControlException(int status, string message) : Refusal(status, message)
{
    protected override string Body(DateTimeOffset now) => JsonSerializer.Serialize(new Problem(Message), ControlJson.Options);

    private sealed record Problem(string Error);
}
