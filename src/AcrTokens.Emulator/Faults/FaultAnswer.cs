using AcrTokens.Emulator.Hosting;

namespace AcrTokens.Emulator.Faults;

/// <summary>A refusal with the fault's own body, sent as it is.</summary>
internal sealed class FaultAnswer(EmulatorFault fault) : Refusal(fault.Status!.Value, fault.Message)
{
    protected override string ContentType => fault.Body!.StartsWith('<') ? "text/html; charset=utf-8" : base.ContentType;

    protected override string Body(DateTimeOffset now) => fault.Body!;
}
