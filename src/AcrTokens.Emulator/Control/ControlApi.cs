using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AcrTokens.Emulator.Live;
using AcrTokens.Emulator.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AcrTokens.Emulator.Control;

/// <summary>The emulator's own API, for tests in other processes: faults, simulations, clock, requests and state. It requires the key.</summary>
internal sealed class ControlApi(EmulatorState state, CancellationToken stopping)
{
    public const string KeyHeader = "x-acr-emulator-key";
    public const string Root = "/_emulator";

    private readonly ControlAnswers answers = new();

    /// <summary>Whether a request is for this API. Such requests are not logged, and no fault hits them.</summary>
    public static bool Owns(HttpContext context) => context.Request.Path.StartsWithSegments(Root, StringComparison.Ordinal);

    public void Map(IEndpointRouteBuilder routes)
    {
        MapTo("GET", "/faults", context => Write(context, state.Faults.Pending()));
        MapTo(
            "POST",
            "/faults",
            async context =>
            {
                state.Faults.Add(await Read<EmulatorFault>(context));
                await Write(context, state.Faults.Pending());
            }
        );
        MapTo(
            "DELETE",
            "/faults",
            context =>
            {
                state.Faults.Clear();
                return Write(context, state.Faults.Pending());
            }
        );
        MapTo("GET", "/holds/{hold}", context => state.Faults.Holds.WaitFor(HoldIn(context), context.RequestAborted));
        MapTo(
            "DELETE",
            "/holds/{hold}",
            context =>
            {
                state.Faults.Holds.Release(HoldIn(context));
                return Task.CompletedTask;
            }
        );
        MapTo("GET", "/simulations", context => Write(context, state.Simulator.Current));
        MapTo(
            "POST",
            "/simulations",
            async context =>
            {
                state.Simulator.Current = ControlJson.Read<EmulatorSimulations>(Merged(state.Simulator.Current, await Read<JsonObject>(context)));
                await Write(context, state.Simulator.Current);
            }
        );
        MapTo(
            "DELETE",
            "/simulations",
            context =>
            {
                state.Simulator.Current = new() { ClockAhead = state.Clock.Ahead };
                return Write(context, state.Simulator.Current);
            }
        );
        MapTo("GET", "/requests", context => Write(context, state.Requests.Snapshot()));
        MapTo("GET", "/clock", context => Write(context, Now()));
        MapTo(
            "POST",
            "/clock",
            async context =>
            {
                Move(await Read<ClockSetting>(context));
                await Write(context, Now());
            }
        );
        MapTo("GET", "/state", context => Write(context, Seeds.Of(state)));
        MapTo(
            "POST",
            "/state",
            async context =>
            {
                Seeds.AddTo(state, await Read<Seed>(context));
                await Write(context, Seeds.Of(state));
            }
        );

        MapTo(
            "PATCH",
            "/tokens/{registry}/{name}",
            async context =>
            {
                var enabled = (await Read<TokenStatus>(context)).Enabled;
                RegistryIn(context)
                    .Tokens.Change(NameIn(context), token => Existing(token) with { Enabled = enabled, ChangedAt = state.Clock.GetUtcNow() });
            }
        );
        MapTo(
            "DELETE",
            "/tokens/{registry}/{name}",
            context => RegistryIn(context).DeleteToken(NameIn(context), state.Clock.GetUtcNow()) ? Task.CompletedTask : throw NoSuchToken()
        );
        MapTo("GET", "/events", new LiveEvents(state, stopping).WriteTo);

        void MapTo(string method, string path, Func<HttpContext, Task> handler) =>
            routes.MapMethods(Root + path, [method], (RequestDelegate)(context => Guarded(context, handler))).WithMetadata(answers);
    }

    private async Task Guarded(HttpContext context, Func<HttpContext, Task> handler)
    {
        var key = context.Request.Headers[KeyHeader].ToString();
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(state.ControlKey)))
        {
            throw new ControlException(
                StatusCodes.Status401Unauthorized,
                $"The header {KeyHeader} is missing or is not the key that the emulator printed at its start."
            );
        }

        try
        {
            await handler(context);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidDataException)
        {
            // The request is not valid; the message is the emulator's own.
            throw new ControlException(StatusCodes.Status400BadRequest, exception.Message);
        }
    }

    private static string HoldIn(HttpContext context) => (string)context.GetRouteValue("hold")!;

    private static string NameIn(HttpContext context) => (string)context.GetRouteValue("name")!;

    private RegistryState RegistryIn(HttpContext context) =>
        state.TryFind((string)context.GetRouteValue("registry")!, out var registry) ? registry : throw NoSuchToken();

    private static StoredToken Existing(StoredToken? token) => token ?? throw NoSuchToken();

    private static ControlException NoSuchToken() => new(StatusCodes.Status404NotFound, "There is no such token.");

    private static async Task<T> Read<T>(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return ControlJson.Read<T>(body.GetBuffer().AsSpan(0, (int)body.Length));
    }

    /// <summary>Replaces the simulations that the request names; null restores a default.</summary>
    private static JsonObject Merged(EmulatorSimulations current, JsonObject named)
    {
        var merged = JsonSerializer.SerializeToNode(current, ControlJson.Options)!.AsObject();
        foreach (var (name, value) in named)
        {
            merged.Remove(name);
            if (value is not null)
            {
                merged.Add(name, value.DeepClone());
            }
        }

        return merged;
    }

    private void Move(ClockSetting asked)
    {
        if (asked.Advance is { } by)
        {
            state.Clock.Move(by);
        }
        else
        {
            state.Clock.MoveTo(asked.Now ?? throw new ArgumentException("The clock is moved by advance, or to now."));
        }
    }

    private static Task Write<T>(HttpContext context, T value)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(JsonSerializer.Serialize(value, ControlJson.Options), context.RequestAborted);
    }

    private ClockSetting Now() => new() { Now = state.Clock.GetUtcNow() };

    private sealed record TokenStatus(bool Enabled);

    private sealed record ClockSetting
    {
        public DateTimeOffset? Now { get; init; }

        public TimeSpan? Advance { get; init; }
    }
}
