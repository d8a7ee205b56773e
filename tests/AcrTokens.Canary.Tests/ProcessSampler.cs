using System.Text;

namespace AcrTokens.Canary.Tests;

/// <summary>
/// Reads the argument lists and environments of builds and their children, continuously, on its own thread. It reads
/// only processes of the watched sessions, and processes that they started.
/// </summary>
internal sealed class ProcessSampler : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    // Processes that ran before cannot belong to a build.
    private readonly HashSet<int> others = [.. Running()];
    private readonly List<SampledSession> sessions = [];
    private readonly Lock gate = new();
    private readonly ManualResetEventSlim stopped = new();
    private readonly Thread thread;

    public ProcessSampler()
    {
        thread = new Thread(SampleUntilStopped) { IsBackground = true };
        thread.Start();
    }

    public SampledSession Watch(int session)
    {
        var watched = new SampledSession(session);
        lock (gate)
        {
            sessions.Add(watched);
        }

        return watched;
    }

    /// <summary>Samples once more, now, and returns the session's running processes.</summary>
    public IReadOnlyList<SampledProcess> Look(SampledSession session)
    {
        lock (gate)
        {
            Sample();
            return session.Alive;
        }
    }

    /// <summary>Stops watching a session.</summary>
    public void Leave(SampledSession session)
    {
        lock (gate)
        {
            sessions.Remove(session);
        }
    }

    public void Dispose()
    {
        stopped.Set();
        thread.Join();
        stopped.Dispose();
    }

    private static IEnumerable<int> Running() =>
        Directory.EnumerateDirectories("/proc").Select(folder => int.TryParse(Path.GetFileName(folder), out var id) ? id : 0).Where(id => id > 0);

    private static string? Read(int id, string name)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/{name}", Encoding.Latin1);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void SampleUntilStopped()
    {
        while (!stopped.Wait(Pause))
        {
            lock (gate)
            {
                if (sessions.Count > 0)
                    Sample();
            }
        }
    }

    private void Sample()
    {
        sessions.ForEach(s => s.Begin());
        foreach (var id in Running().Where(id => !others.Contains(id)).Order())
        {
            // "id (name) state parent group session … 22: the start time"; the name may contain any character.
            if (Read(id, "stat") is not { } stat || stat[(stat.LastIndexOf(')') + 2)..].Split(' ') is not { Length: > 19 } fields)
                continue;

            var (parent, session) = (int.Parse(fields[1], null), int.Parse(fields[3], null));
            if (
                sessions.Find(s => s.Holds(id, parent, session)) is { } watched
                && Read(id, "cmdline") is { } arguments
                && Read(id, "environ") is { } environment
            )
                watched.Note(id, parent, fields[19], arguments, environment);
        }
    }
}
