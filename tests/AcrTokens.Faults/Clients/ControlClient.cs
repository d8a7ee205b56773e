using System.Net.Http.Json;

namespace AcrTokens.Faults.Clients;

/// <summary>The runner's side of the control port.</summary>
internal sealed class ControlClient(Uri address) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };

    public async Task ArmAsync(Armed fault)
    {
        using var answer = await http.PostAsJsonAsync("arm", fault, Wire.Options);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>No faults any more.</summary>
    public Task DisarmAsync() => AskAsync("disarm");

    public Task ReleaseAsync(string @case) => AskAsync($"release?case={@case}");

    /// <summary>Ends when such a request of the case is held up.</summary>
    public Task HeldAsync(string @case, Operation operation, CancellationToken cancellationToken) =>
        AskAsync($"held?case={@case}&operation={operation}", cancellationToken);

    public Task StopAtAsync(string @case, string stage) => AskAsync($"stop-at?case={@case}&stage={stage}");

    /// <summary>Ends when the build has come to the stage.</summary>
    public Task ReachedAsync(string @case, string stage, CancellationToken cancellationToken) => AskAsync($"reached?case={@case}&stage={stage}", cancellationToken);

    /// <summary>Whether the build has come to the stage, wherever it is now.</summary>
    public Task<bool> HasReachedAsync(string @case, string stage) => GetAsync<bool>($"has-reached?case={@case}&stage={stage}");

    public Task TellAsync(string @case, string stage, string instruction) => AskAsync($"tell?case={@case}&stage={stage}&instruction={instruction}");

    /// <summary>Puts the registry's clock that far ahead of ours.</summary>
    public Task ShiftClockAsync(TimeSpan shift) => AskAsync(FormattableString.Invariant($"clock?minutes={shift.TotalMinutes}"));

    public Task<Seen[]> RequestsAsync(string @case) => GetAsync<Seen[]>($"requests?case={@case}");

    public Task<Told[]> PasswordsAsync(string @case) => GetAsync<Told[]>($"passwords?case={@case}");

    /// <summary>The tokens that are there, of one case or of all.</summary>
    public Task<Left[]> TokensAsync(string? @case = null) => GetAsync<Left[]>(@case is null ? "tokens" : $"tokens?case={@case}");

    public void Dispose() => http.Dispose();

    private async Task AskAsync(string question, CancellationToken cancellationToken = default)
    {
        using var answer = await http.GetAsync(question, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    private async Task<T> GetAsync<T>(string question) => (await http.GetFromJsonAsync<T>(question, Wire.Options))!;
}
