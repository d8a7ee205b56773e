using System.Net;
using System.Text;

namespace AcrTokens.Tests;

/// <summary>The wire to Resource Manager. It records requests as "METHOD last/segments", and lets tests replace responses.</summary>
internal sealed class Wire(HttpMessageHandler emulator) : DelegatingHandler(emulator)
{
    private readonly List<(
        Func<string, bool> Matches,
        Func<Func<Task<HttpResponseMessage>>, Task<HttpResponseMessage>> Answer,
        Counter Left
    )> rules = [];

    public List<string> Sent { get; } = [];

    public List<Uri> Urls { get; } = [];

    public List<string> Bodies { get; } = [];

    /// <summary>The date of the responses created here; null for none.</summary>
    public DateTimeOffset? Dated { get; set; }

    /// <summary>The sent requests without polls.</summary>
    public IEnumerable<string> Requests => Sent.Where(s => !s.Contains("/operation", StringComparison.Ordinal));

    /// <summary>Responds to requests with this prefix with a status and body, without the emulator.</summary>
    public void Answer(
        string request,
        HttpStatusCode status,
        string body = "",
        int times = int.MaxValue,
        (string Name, string Value)? header = null
    ) => Replace(request, _ => Task.FromResult(Make(status, body, header)), times);

    /// <summary>Lets the emulator act, and loses its response.</summary>
    public void LoseAnswer(string request, int times = int.MaxValue) =>
        Replace(
            request,
            async send =>
            {
                (await send()).Dispose();
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "the connection was reset");
            },
            times
        );

    /// <summary>Runs a function before the emulator acts.</summary>
    public void Before(string request, Func<Task> act, int times = 1) =>
        Replace(
            request,
            async send =>
            {
                await act();
                return await send();
            },
            times
        );

    /// <summary>Lets the emulator act, and changes its response.</summary>
    public void Change(string request, Action<HttpResponseMessage> change) =>
        Replace(
            request,
            async send =>
            {
                var response = await send();
                change(response);
                return response;
            },
            int.MaxValue
        );

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var answer = Note($"{request.Method} {Shorten(request.RequestUri!)}", request.RequestUri!, body);
        if (answer is null)
            return await base.SendAsync(request, cancellationToken);

        var response = await answer(() => base.SendAsync(request, cancellationToken));
        response.RequestMessage = request;
        return response;
    }

    // Records a request, and finds the rule for it. One request at a time, since some tasks send several in parallel.
    private Func<Func<Task<HttpResponseMessage>>, Task<HttpResponseMessage>>? Note(string line, Uri url, string body)
    {
        lock (rules)
        {
            Sent.Add(line);
            Urls.Add(url);
            Bodies.Add(body);

            var rule = rules.Find(r => r.Left.Value > 0 && r.Matches(line));
            if (rule.Left is not null)
                rule.Left.Value--;
            return rule.Answer;
        }
    }

    private void Replace(string request, Func<Func<Task<HttpResponseMessage>>, Task<HttpResponseMessage>> answer, int times) =>
        rules.Add((line => line.StartsWith(request, StringComparison.Ordinal), answer, new Counter { Value = times }));

    // "/subscriptions/…/registries/myregistry/tokens/ci" -> "tokens/ci"
    private static string Shorten(Uri url)
    {
        var path = url.AbsolutePath;
        var registry = path.IndexOf("/registries/", StringComparison.OrdinalIgnoreCase);
        if (registry < 0)
            return path[(path.IndexOf("/providers/", StringComparison.OrdinalIgnoreCase) is var p and >= 0 ? p : 0)..];

        var rest = path[(registry + "/registries/".Length)..];
        return rest.Contains('/', StringComparison.Ordinal) ? rest[(rest.IndexOf('/', StringComparison.Ordinal) + 1)..] : "registry";
    }

    private HttpResponseMessage Make(HttpStatusCode status, string body, (string Name, string Value)? header)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        response.Headers.Add("x-ms-request-id", "request-id-of-a-fault");
        if (header is { } h)
            response.Headers.TryAddWithoutValidation(h.Name, h.Value);
        response.Headers.Date = Dated;
        return response;
    }

    private sealed class Counter
    {
        public int Value { get; set; }
    }
}
