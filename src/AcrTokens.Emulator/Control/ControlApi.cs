using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AcrTokens.Emulator.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AcrTokens.Emulator.Control;

/// <summary>The emulator's own API, for tests in other processes: faults, clock, requests and state, for who has the key.</summary>
internal sealed class ControlApi(EmulatorState state)
{
    public const string KeyHeader = "x-acr-emulator-key";

    private const string Root = "/_emulator";

    /// <summary>Requests of this API are no traffic: they are not logged, and meet no fault.</summary>
    public static bool Owns(HttpContext context) => context.Request.Path.StartsWithSegments(Root, StringComparison.Ordinal);

    public void Map(IEndpointRouteBuilder routes)
    {
        if (!state.Options.EnableControlApi)
        {
            return;
        }

        MapTo("GET", "/faults", context => Write(context, state.Faults.Pending()));
        MapTo("POST", "/faults", async context =>
        {
            state.Faults.Add(await Read<EmulatorFault>(context));
            await Write(context, state.Faults.Pending());
        });
        MapTo("DELETE", "/faults", context =>
        {
            state.Faults.Clear();
            return Write(context, state.Faults.Pending());
        });
        MapTo("GET", "/requests", context => Write(context, state.Requests.Snapshot()));
        MapTo("GET", "/clock", context => Write(context, Now()));
        MapTo("POST", "/clock", async context =>
        {
            var asked = await Read<ClockSetting>(context);
            state.Clock.Move(asked.Advance ?? asked.Now - state.Clock.GetUtcNow() ?? throw new ArgumentException("The clock is moved by advance, or to now."));
            await Write(context, Now());
        });
        MapTo("GET", "/state", context => Write(context, Seeds.Of(state)));
        MapTo("POST", "/state", async context =>
        {
            Seeds.AddTo(state, await Read<Seed>(context));
            await Write(context, Seeds.Of(state));
        });

        void MapTo(string method, string path, Func<HttpContext, Task> handler) =>
            routes.MapMethods(Root + path, [method], (RequestDelegate)(context => Guarded(context, handler)));
    }

    private async Task Guarded(HttpContext context, Func<HttpContext, Task> handler)
    {
        var key = context.Request.Headers[KeyHeader].ToString();
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(state.ControlKey)))
        {
            await Write(context, new Problem($"The header {KeyHeader} is missing or is not the key that the emulator told at its start."), StatusCodes.Status401Unauthorized);
            return;
        }

        try
        {
            await handler(context);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidDataException)
        {
            await Write(context, new Problem(exception.Message), StatusCodes.Status400BadRequest);
        }
    }

    private static async Task<T> Read<T>(HttpContext context) =>
        await JsonSerializer.DeserializeAsync<T>(context.Request.Body, ControlJson.Options, context.RequestAborted) ?? throw new JsonException("The body is null.");

    private static Task Write<T>(HttpContext context, T value, int status = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(JsonSerializer.Serialize(value, ControlJson.Options), context.RequestAborted);
    }

    private ClockSetting Now() => new() { Now = state.Clock.GetUtcNow() };

    private sealed record ClockSetting
    {
        public DateTimeOffset? Now { get; init; }

        public TimeSpan? Advance { get; init; }
    }

    private sealed record Problem(string Error);
}
