using System.Net.Http.Json;
using AcrTokens.Faults.Serving;

namespace AcrTokens.Faults.Clients;

/// <summary>The runner's client for the emulator's control API, and for the runner's own paths beside it.</summary>
internal sealed class ControlClient(Addresses addresses) : IDisposable
{
    private readonly HttpClient http = new()
    {
        BaseAddress = addresses.Control,
        Timeout = TimeSpan.FromMinutes(2),
        DefaultRequestHeaders = { { "x-acr-emulator-key", addresses.ControlKey } },
    };

    public async Task ArmAsync(Armed armed)
    {
        foreach (var fault in EmulatorFaults.Of(armed))
            await SendAsync(HttpMethod.Post, "faults", fault);
    }

    /// <summary>Removes all faults.</summary>
    public Task DisarmAsync() => SendAsync(HttpMethod.Delete, "faults");

    /// <summary>Releases the requests that the fault holds, and later ones.</summary>
    public Task ReleaseAsync(Armed held) => SendAsync(HttpMethod.Delete, $"holds/{EmulatorFaults.Hold(held.Case, held.Operations[0])}");

    /// <summary>Completes when such a request of the case is held.</summary>
    public Task HeldAsync(string @case, Operation operation, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, $"holds/{EmulatorFaults.Hold(@case, operation)}", cancellationToken: cancellationToken);

    /// <summary>Moves the registry's clock ahead of this machine's.</summary>
    public Task ShiftClockAsync(TimeSpan shift) => SendAsync(HttpMethod.Post, "simulations", new { clockAhead = shift });

    public Task StopAtAsync(string @case, string stage) => AskAsync($"stop-at?case={@case}&stage={stage}");

    /// <summary>Completes when the build has reached the stage.</summary>
    public Task ReachedAsync(string @case, string stage, CancellationToken cancellationToken) =>
        AskAsync($"reached?case={@case}&stage={stage}", cancellationToken);

    /// <summary>Whether the build has reached the stage, wherever it is now.</summary>
    public Task<bool> HasReachedAsync(string @case, string stage) => GetAsync<bool>($"has-reached?case={@case}&stage={stage}");

    /// <summary>Before the request: notes when it is answered.</summary>
    public Task AwaitAnswerAsync(string @case, Operation operation) => StopAtAsync(@case, Stages.Answered(operation));

    /// <summary>Ends when such a request of the case has been answered.</summary>
    public Task AnsweredAsync(string @case, Operation operation, CancellationToken cancellationToken = default) =>
        ReachedAsync(@case, Stages.Answered(operation), cancellationToken);

    public Task TellAsync(string @case, string stage, string instruction) => AskAsync($"tell?case={@case}&stage={stage}&instruction={instruction}");

    public Task<Seen[]> RequestsAsync(string @case) => GetAsync<Seen[]>($"requests?case={@case}");

    public Task<Told[]> PasswordsAsync(string @case) => GetAsync<Told[]>($"passwords?case={@case}");

    /// <summary>The existing tokens, of one case or of all.</summary>
    public Task<Left[]> TokensAsync(string? @case = null) => GetAsync<Left[]>(@case is null ? "tokens" : $"tokens?case={@case}");

    public void Dispose() => http.Dispose();

    private async Task SendAsync(HttpMethod method, string path, object? body = null, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(method, $"_emulator/{path}")
        {
            Content = body is null ? null : JsonContent.Create(body, options: Wire.Options),
        };
        using var answer = await http.SendAsync(request, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    private async Task AskAsync(string question, CancellationToken cancellationToken = default)
    {
        using var answer = await http.GetAsync($"_faults/{question}", cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    private async Task<T> GetAsync<T>(string question) => (await http.GetFromJsonAsync<T>($"_faults/{question}", Wire.Options))!;
}
