namespace AcrTokens.Faults.Serving;

/// <summary>The faults to come. Each counts the requests that it is meant for.</summary>
internal sealed class FaultPlan
{
    private readonly Lock gate = new();
    private readonly List<Entry> entries = [];

    public void Arm(Armed armed)
    {
        lock (gate)
        {
            entries.Add(new Entry(armed));
        }
    }

    /// <summary>Whatever comes now meets none.</summary>
    public void Disarm()
    {
        lock (gate)
        {
            entries.Clear();
        }
    }

    /// <summary>The fault for this request, if any; the first armed goes first.</summary>
    public Armed? Next(string @case, Operation operation)
    {
        lock (gate)
        {
            Armed? fault = null;
            foreach (var entry in entries.Where(e => e.Armed.Case == @case && e.Armed.Operations.Contains(operation)))
            {
                entry.Calls++;
                var isDue = entry.Calls == entry.Armed.Nth || (entry.Armed.Always && entry.Calls > entry.Armed.Nth);
                fault ??= isDue ? entry.Armed : null;
            }

            return fault;
        }
    }

    private sealed class Entry(Armed armed)
    {
        public Armed Armed { get; } = armed;

        public int Calls { get; set; }
    }
}
