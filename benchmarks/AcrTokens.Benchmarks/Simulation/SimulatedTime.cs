namespace AcrTokens.Benchmarks.Simulation;

/// <summary>
/// A clock that advances to the next timer as soon as there is no other work: hours of builds take seconds.
/// All work, including the emulator in this process, runs on the thread pool. Once the pool is idle, everything waits for the clock.
/// </summary>
internal sealed class SimulatedTime : TimeProvider
{
    private readonly Lock gate = new();
    private readonly PriorityQueue<(Timer Timer, int Version), (DateTimeOffset DueOn, long Order)> timers = new();
    private DateTimeOffset now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private long scheduled;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return now;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>
    /// Runs a simulation to its end, and advances the time. It uses a separate thread, since a pool thread would keep the pool busy.
    /// </summary>
    public Task<T> RunAsync<T>(Func<Task<T>> simulation) =>
        Task.Factory.StartNew(() => Run(simulation), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private T Run<T>(Func<Task<T>> simulation)
    {
        var end = Task.Run(simulation);
        while (true)
        {
            WaitForRest();
            if (end.IsCompleted)
                return end.GetAwaiter().GetResult();

            GoOn();
        }
    }

    // A work item is counted from before it is queued until after it has run, so that both numbers are at rest only if nothing runs.
    private static void WaitForRest()
    {
        var spin = default(SpinWait);
        while (!IsAtRest() || !IsAtRest())
            spin.SpinOnce(sleep1Threshold: -1);
    }

    private static bool IsAtRest()
    {
        var before = ThreadPool.CompletedWorkItemCount;
        ThreadPool.GetMaxThreads(out var most, out _);
        ThreadPool.GetAvailableThreads(out var idle, out _);
        return ThreadPool.PendingWorkItemCount == 0 && idle == most && ThreadPool.CompletedWorkItemCount == before;
    }

    private void GoOn()
    {
        Timer? next = null;
        lock (gate)
        {
            while (next is null)
            {
                if (!timers.TryDequeue(out var entry, out var due))
                    throw new InvalidOperationException("Nothing runs, and nothing waits for the clock: the simulation waits for something else.");
                if (entry.Version != entry.Timer.Version)
                    continue;

                next = entry.Timer;
                next.Version++;
                now = due.DueOn;
            }
        }

        next.Fire();
    }

    // Periodic timers are not used here.
    private void Schedule(Timer timer, TimeSpan dueTime)
    {
        lock (gate)
        {
            timer.Version++;
            if (dueTime != Timeout.InfiniteTimeSpan)
                timers.Enqueue((timer, timer.Version), (now + dueTime, scheduled++));
        }
    }

    private sealed class Timer(SimulatedTime clock, TimerCallback callback, object? state) : ITimer
    {
        /// <summary>The version of the due time. Earlier versions are void.</summary>
        public int Version { get; set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Schedule(this, dueTime);
            return true;
        }

        public void Dispose() => clock.Schedule(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
