using System.Diagnostics;

namespace AcrTokens.Benchmarks.Sweeps;

/// <summary>
/// Measures the growth of this process's memory: the working set, sampled continuously, or the live managed heap. The heap takes a full
/// collection every so many requests, and is therefore measured in a separate run.
/// </summary>
internal sealed class Memory : DelegatingHandler
{
    private const int RequestsBetweenCollections = 250;

    private readonly bool collect;
    private readonly Timer? timer;
    private readonly long start;
    private long peak;
    private int requests;

    public Memory(HttpMessageHandler inner, bool collect)
        : base(inner)
    {
        this.collect = collect;
        start = Heap();
        if (collect)
            return;

        start = WorkingSet();
        timer = new Timer(_ => Note(WorkingSet()), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(20));
    }

    public double GrowthMegabytes => Math.Max(0, Interlocked.Read(ref peak) - start) / 1e6;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (collect && Interlocked.Increment(ref requests) % RequestsBetweenCollections == 0)
            Note(Heap());
        return response;
    }

    protected override void Dispose(bool disposing)
    {
        timer?.Dispose();
        base.Dispose(disposing);
    }

    private void Note(long size)
    {
        for (var seen = Interlocked.Read(ref peak); size > seen; seen = Interlocked.Read(ref peak))
            Interlocked.CompareExchange(ref peak, size, seen);
    }

    private static long Heap() => GC.GetTotalMemory(forceFullCollection: true);

    private static long WorkingSet()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
