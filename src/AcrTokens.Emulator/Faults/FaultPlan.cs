using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.Faults;

/// <summary>The planned faults. Each counts the calls that match it.</summary>
internal sealed class FaultPlan(TimeProvider clock)
{
    public const string AnyOperation = "*";

    private readonly Lock gate = new();
    private readonly List<Entry> entries = [];

    public TimeProvider Clock { get; } = clock;

    public Holds Holds { get; } = new();

    public static IEnumerable<string> OperationsOf(EmulatorFault fault) => fault.Operation.Split(',', StringSplitOptions.TrimEntries);

    /// <exception cref="ArgumentException">The fault would do nothing, contradicts itself, or names an unknown operation.</exception>
    public void Add(EmulatorFault fault)
    {
        FaultCheck.Check(fault);
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

        Holds.Clear();
    }

    /// <summary>The faults that still have calls to hit.</summary>
    public IReadOnlyList<EmulatorFault> Pending()
    {
        lock (gate)
        {
            return [.. entries.Select(entry => entry.Fault)];
        }
    }

    /// <summary>The fault for this call, if any. The fault added first is used.</summary>
    /// <param name="names">The names that match the call.</param>
    /// <param name="headers">The request's headers.</param>
    public EmulatorFault? Next(IReadOnlyList<string> names, IHeaderDictionary headers)
    {
        lock (gate)
        {
            EmulatorFault? due = null;
            foreach (var entry in entries.Where(e => e.IsFor(names, headers)))
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
        private readonly HashSet<string> operations = [.. OperationsOf(fault)];
        private readonly string[]? header = fault.Header?.Split(':', 2, StringSplitOptions.TrimEntries);

        public EmulatorFault Fault { get; } = fault;

        public int Calls { get; set; }

        public bool IsFor(IReadOnlyList<string> names, IHeaderDictionary headers) =>
            (header is null || headers[header[0]].Contains(header[1])) && names.Any(operations.Contains);
    }
}
