using System.Text.Json;
using AcrTokens.Emulator.Hosting;

namespace AcrTokens.Emulator.Control;

/// <summary>A refusal of the control API.</summary>
internal sealed class ControlException(int status, string message) : Refusal(status, message)
{
    protected override string Body(DateTimeOffset now) => JsonSerializer.Serialize(new Problem(Message), ControlJson.Options);

    private sealed record Problem(string Error);
}
