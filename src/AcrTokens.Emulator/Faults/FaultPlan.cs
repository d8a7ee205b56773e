using AcrTokens.Emulator.Hosting;

namespace AcrTokens.Emulator.Faults;

/// <summary>The faults to come. Each counts the calls that it is meant for.</summary>
internal sealed class FaultPlan(TimeProvider clock)
{
    public const string AnyOperation = "*";

    private readonly Lock gate = new();
    private readonly List<Entry> entries = [];

    public TimeProvider Clock { get; } = clock;

    /// <exception cref="ArgumentException">The fault would do nothing, or names no operation that there is.</exception>
    public void Add(EmulatorFault fault)
    {
        if (fault.Operation != AnyOperation && !OperationNames.All.Contains(fault.Operation))
        {
            throw new ArgumentException($"The emulator knows no operation '{fault.Operation}'. It knows {string.Join(", ", OperationNames.All)}, and * for any.");
        }

        if (fault is { Status: null, Drop: EmulatorDrop.None } && fault.Delay == TimeSpan.Zero)
        {
            throw new ArgumentException("A fault needs a status, a drop or a delay.");
        }

        if (fault is { Status: not null, Drop: not EmulatorDrop.None })
        {
            throw new ArgumentException("A fault has a status or a drop, not both.");
        }

        if (fault is { Status: null, Body: not null })
        {
            throw new ArgumentException("A fault with a body needs a status.");
        }

        if (fault.Status < (fault.Body is null ? 400 : 200) || fault.Status > 599 || fault.Call < 1 || fault.Times < 1 || fault.RetryAfterSeconds < 0)
        {
            throw new ArgumentException("A fault's status is 400 to 599, from 200 on with a body; its call and times are 1 or more, its retry-after is not negative.");
        }

        if (fault.Delay < TimeSpan.Zero || fault.Delay > Delays.Longest)
        {
            throw new ArgumentException($"A fault's delay is from zero to {Delays.Longest}.");
        }

        lock (gate)
        {
            entries.Add(new Entry(fault));
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            entries.Clear();
        }
    }

    /// <summary>Those that have calls left to meet.</summary>
    public IReadOnlyList<EmulatorFault> Pending()
    {
        lock (gate)
        {
            return [.. entries.Select(entry => entry.Fault)];
        }
    }

    /// <summary>The fault for this call, if any; the first added goes first.</summary>
    public EmulatorFault? Next(string operation)
    {
        lock (gate)
        {
            EmulatorFault? due = null;
            foreach (var entry in entries.Where(e => e.Fault.Operation == AnyOperation || e.Fault.Operation.Equals(operation, StringComparison.Ordinal)))
            {
                entry.Calls++;
                due ??= entry.Calls >= entry.Fault.Call ? entry.Fault : null;
            }

            entries.RemoveAll(e => e.Calls >= (long)e.Fault.Call + e.Fault.Times - 1);
            return due;
        }
    }

    private sealed class Entry(EmulatorFault fault)
    {
        public EmulatorFault Fault { get; } = fault;

        public int Calls { get; set; }
    }
}
