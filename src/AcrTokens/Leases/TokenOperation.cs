using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace AcrTokens;

/// <summary>
/// An operation on a token, as an activity of the source <c>AcrTokens</c> and a value of the histogram <c>acr.token.operation.duration</c> of the
/// meter of that name. Holds names, times and errors, never a secret.
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
    private readonly TimeProvider clock;
    private readonly long began;
    private readonly Activity? activity;
    private string? registry;
    private string? error;
    private int ends;

    /// <param name="name">The operation: <c>mint</c>, say.</param>
    /// <param name="clock">The client's clock.</param>
    /// <param name="token">The token's name; null for an operation on many.</param>
    public TokenOperation(string name, TimeProvider clock, string? token = null)
    {
        this.name = name;
        this.clock = clock;
        began = clock.GetTimestamp();
        activity = Source.StartActivity($"acr.token.{name}");
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
    /// <param name="clock">The client's clock.</param>
    /// <param name="token">The token's name; null for an operation on many.</param>
    /// <param name="run">The work.</param>
    public static async Task<T> RunAsync<T>(string name, TimeProvider clock, string? token, Func<TokenOperation, Task<T>> run)
    {
        using var operation = new TokenOperation(name, clock, token);
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

    /// <summary>Ends the operation. The caller's current activity stays.</summary>
    public void Dispose()
    {
        if (Interlocked.Increment(ref ends) > 1)
            return;

        var current = Activity.Current;
        activity?.Dispose();
        if (current != activity)
            Activity.Current = current;
        var tags = new TagList { { "acr.operation", name } };
        if (registry is not null)
            tags.Add("acr.registry.name", registry);
        if (error is not null)
            tags.Add("error.type", error);
        Duration.Record(clock.GetElapsedTime(began).TotalSeconds, tags);
    }
}
