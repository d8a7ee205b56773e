using System.Text.Json;
using System.Text.Json.Nodes;
using AcrTokens.Emulator.Hosting;

namespace AcrTokens.Emulator.Faults;

/// <summary>Refuses faults that are not valid.</summary>
internal static class FaultCheck
{
    /// <exception cref="ArgumentException">The fault would do nothing, contradicts itself, or names an unknown operation.</exception>
    public static void Check(EmulatorFault fault)
    {
        CheckOperations(fault);
        CheckAnswer(fault);
        CheckPatch(fault.RequestPatch);
        CheckPatch(fault.AnswerPatch);
        if (fault.Header is { } header && (header.IndexOf(':', StringComparison.Ordinal) < 1 || header.Any(char.IsControl)))
        {
            throw new ArgumentException("A fault's header is a name, a colon and a value.");
        }

        if (fault.Delay < TimeSpan.Zero || fault.Delay > Delays.Longest)
        {
            throw new ArgumentException($"A fault's delay is from zero to {Delays.Longest}.");
        }

        if (fault.DateAhead < -Delays.Longest || fault.DateAhead > Delays.Longest)
        {
            throw new ArgumentException($"A fault's date is up to {Delays.Longest} ahead or behind.");
        }
    }

    private static void CheckOperations(EmulatorFault fault)
    {
        foreach (var operation in FaultPlan.OperationsOf(fault))
        {
            if (operation != FaultPlan.AnyOperation && !OperationNames.All.Contains(operation))
            {
                throw new ArgumentException(
                    $"The emulator knows no operation '{operation}'. It knows {string.Join(", ", OperationNames.All)}, and * for any."
                );
            }
        }
    }

    private static void CheckAnswer(EmulatorFault fault)
    {
        if (
            fault is { Status: null, Drop: EmulatorDrop.None, Silence: EmulatorSilence.None, RequestPatch: null, AnswerPatch: null }
            && fault.Delay == TimeSpan.Zero
            && fault.DateAhead == TimeSpan.Zero
        )
        {
            throw new ArgumentException("A fault needs a status, a drop, a silence, a patch, a date or a delay.");
        }

        if ((fault.Status is null ? 0 : 1) + (fault.Drop == EmulatorDrop.None ? 0 : 1) + (fault.Silence == EmulatorSilence.None ? 0 : 1) > 1)
        {
            throw new ArgumentException("A fault has a status, a drop or a silence, not two of them.");
        }

        if (fault is { Status: null, Body: not null } or { Status: null, RetryAfter: not null })
        {
            throw new ArgumentException("A fault with a body or a retry-after needs a status.");
        }

        if (fault.RetryAfter?.Any(c => !char.IsAscii(c) || char.IsControl(c)) == true)
        {
            throw new ArgumentException("A fault's retry-after is of the characters of a header.");
        }

        if (fault is { Status: not null, RequestPatch: not null } or { Status: not null, AnswerPatch: not null })
        {
            throw new ArgumentException("A fault with a status leaves nothing to patch.");
        }

        if (fault is { Hold: not null, Silence: EmulatorSilence.None })
        {
            throw new ArgumentException("A fault that holds needs a silence, which says where.");
        }

        if (fault.Status < (fault.Body is null ? 400 : 200) || fault.Status > 599 || fault.Call < 1 || fault.Times < 1)
        {
            throw new ArgumentException("A fault's status is 400 to 599, from 200 on with a body; its call and times are 1 or more.");
        }
    }

    private static void CheckPatch(string? patch)
    {
        try
        {
            if (patch is null || MergePatch.Read(patch) is JsonObject)
            {
                return;
            }
        }
        catch (JsonException)
        {
            // One message for both cases, thrown below.
        }

        throw new ArgumentException("A fault's patch is a JSON object.");
    }
}
