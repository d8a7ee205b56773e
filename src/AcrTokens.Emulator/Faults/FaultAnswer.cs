using AcrTokens.Emulator.Hosting;

namespace AcrTokens.Emulator.Faults;

/// <summary>The body that a fault brings along, as it is.</summary>
internal sealed class FaultAnswer(EmulatorFault fault) : Refusal(fault.Status!.Value, fault.Message)
{
    protected override string ContentType => fault.Body!.StartsWith('<') ? "text/html; charset=utf-8" : base.ContentType;

    protected override string Body(DateTimeOffset now) => fault.Body!;
}
