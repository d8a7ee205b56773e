using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;

namespace AcrTokens;

/// <summary>
/// An operation on a token, as an activity of the source <c>AcrTokens</c> and a value of the histogram <c>acr.token.operation.duration</c> of the
/// meter of that name. Holds names, times and errors, never a secret. A listener that throws costs no token; one that blocks does not delay the
/// process's end.
/// </summary>
internal sealed class TokenOperation : IDisposable
{
    private const string Telemetry = "AcrTokens";
    private const string Namespace = "Microsoft.ContainerRegistry";

    private static readonly ActivitySource Source = new(Telemetry);
    private static readonly Meter Meter = new(Telemetry);
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "acr.token.operation.duration",
        "s",
        "How long operations on tokens take: prepare, mint, use, renew, revoke, sweep."
    );

    private readonly string name;
    private readonly AcrClient client;
    private readonly long began;
    private Activity? activity;
    private TimeSpan? duration;
    private string? registry;
    private string? error;
    private int ends;

    /// <param name="name">The operation: <c>mint</c>, say.</param>
    /// <param name="client">The client that does it.</param>
    /// <param name="token">The token's name; null for an operation on many.</param>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "What is reported of the work is not the work.")]
    public TokenOperation(string name, AcrClient client, string? token = null)
    {
        this.name = name;
        this.client = client;
        began = client.Clock.GetTimestamp();
        var current = Activity.Current;
        try
        {
            activity = Source.StartActivity($"acr.token.{name}");
        }
        catch (Exception)
        {
            Activity.Current = current; // a listener threw
        }

        Set("azure.resource_provider.namespace", Namespace);
        Set("acr.token.name", token);
    }

    /// <summary>The token's name, once it is known.</summary>
    public string Token
    {
        set => Set("acr.token.name", value);
    }

    /// <summary>The registry's name, once it is known.</summary>
    public string Registry
    {
        set => Set("acr.registry.name", registry = value);
    }

    public void Set(string tag, object? value)
    {
        if (value is not null)
            activity?.SetTag(tag, value);
    }

    public void Fail(Exception failure)
    {
        error = failure is AcrException { ServiceCode: { } code } ? code : failure.GetType().FullName;
        Set("error.type", error);
        if (failure is AcrException { Status: > 0 and var status })
            Set("http.response.status_code", status);
        activity?.SetStatus(ActivityStatusCode.Error, AcrRedaction.Redact(failure.Message));
    }

    /// <summary>Runs an operation to its end.</summary>
    /// <param name="name">The operation.</param>
    /// <param name="client">The client that does it.</param>
    /// <param name="token">The token's name; null for an operation on many.</param>
    /// <param name="run">The work.</param>
    public static async Task<T> RunAsync<T>(string name, AcrClient client, string? token, Func<TokenOperation, Task<T>> run)
    {
        using var operation = new TokenOperation(name, client, token);
        try
        {
            return await run(operation).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            operation.Fail(failure);
            throw;
        }
    }

    /// <summary>Ends the operation now. <see cref="Dispose"/> reports it later: listeners may take their time.</summary>
    public void End()
    {
        if (duration is not null)
            return;

        duration = client.Clock.GetElapsedTime(began);
        activity?.SetEndTime(DateTime.UtcNow);
    }

    /// <summary>Ends the operation, and reports it. The caller's current activity stays.</summary>
    public void Dispose()
    {
        if (Interlocked.Increment(ref ends) > 1)
            return;

        End();
        var current = Activity.Current;
        var listeners = new Careful(client.ProcessEnd);
        listeners.Run(Stop);
        listeners.Run(Record);
        Activity.Current = current == activity ? activity?.Parent : current;
    }

    private void Stop() => activity?.Dispose();

    private void Record()
    {
        var tags = new TagList { { "acr.operation", name } };
        if (registry is not null)
            tags.Add("acr.registry.name", registry);
        if (error is not null)
            tags.Add("error.type", error);
        Duration.Record(duration!.Value.TotalSeconds, tags);
    }
}
