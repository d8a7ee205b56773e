namespace AcrTokens.Live.Tests.Wire;

/// <summary>Keeps every exchange that passes, with the step that it belongs to.</summary>
internal sealed class Recorder(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private static readonly HttpRequestOptionsKey<Taken> Key = new("taken");

    private readonly Lock gate = new();
    private readonly List<Taken> taken = [];

    /// <summary>The step of the exchanges from now on.</summary>
    public string Step { get; set; } = "start";

    /// <summary>The exchange of a response that came through a recorder.</summary>
    public static Taken Of(HttpResponseMessage response) =>
        response.RequestMessage!.Options.TryGetValue(Key, out var exchange) ? exchange : throw new InvalidOperationException("not recorded");

    /// <summary>Returns the exchanges so far, and forgets them.</summary>
    public IReadOnlyList<Taken> Take()
    {
        lock (gate)
        {
            Taken[] all = [.. taken];
            taken.Clear();
            return all;
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var step = Step;
        var sent =
            request.Content is { Headers.ContentType.MediaType: { } type } content && type.EndsWith("json", StringComparison.Ordinal)
                ? await content.ReadAsStringAsync(cancellationToken)
                : null;
        var response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);

        var exchange = new Taken(request.Method.Method, request.RequestUri!, sent)
        {
            Step = step,
            Status = (int)response.StatusCode,
            Headers = response
                .Headers.Concat(response.Content.Headers)
                .ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase),
            Body = await response.Content.ReadAsStringAsync(cancellationToken),
        };
        response.RequestMessage ??= request;
        response.RequestMessage.Options.Set(Key, exchange);
        lock (gate)
        {
            taken.Add(exchange);
        }

        return response;
    }
}
