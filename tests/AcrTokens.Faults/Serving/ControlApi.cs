using AcrTokens.Emulator;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Faults.Serving;

/// <summary>What the runner and the builds ask of the server, on a port of its own.</summary>
internal sealed class ControlApi(AcrEmulator emulator, ShiftedClock clock, FaultPlan plan, Holds holds, RequestBook book, Stages stages)
{
    public async Task HandleAsync(HttpContext context)
    {
        string Query(string name) => context.Request.Query[name].ToString();

        switch (context.Request.Path.Value)
        {
            case "/arm":
                plan.Arm((await context.Request.ReadFromJsonAsync<Armed>(Wire.Options))!);
                break;
            case "/disarm":
                plan.Disarm();
                break;
            case "/release":
                holds.Release(Query("case"));
                break;
            case "/clock":
                clock.Shift = TimeSpan.FromMinutes(double.Parse(Query("minutes"), System.Globalization.CultureInfo.InvariantCulture));
                break;
            case "/stop-at":
                stages.StopAt(Query("case"), Query("stage"));
                break;
            case "/reach":
                await context.Response.WriteAsync(await stages.ReachAsync(Query("case"), Query("stage")).WaitAsync(context.RequestAborted));
                break;
            case "/reached":
                await stages.ReachedAsync(Query("case"), Query("stage")).WaitAsync(context.RequestAborted);
                break;
            case "/has-reached":
                await context.Response.WriteAsJsonAsync(stages.HasReached(Query("case"), Query("stage")), Wire.Options);
                break;
            case "/tell":
                stages.Tell(Query("case"), Query("stage"), Query("instruction"));
                break;
            case "/held":
                await holds.HeldAsync(Query("case"), Enum.Parse<Operation>(Query("operation"))).WaitAsync(context.RequestAborted);
                break;
            case "/requests":
                await context.Response.WriteAsJsonAsync(book.Requests.Where(r => r.Case == Query("case")), Wire.Options);
                break;
            case "/passwords":
                await context.Response.WriteAsJsonAsync(book.Passwords.Where(p => p.Case == Query("case")), Wire.Options);
                break;
            case "/tokens":
                var names = book.TokensOf(Query("case")).ToHashSet();
                var tokens = emulator.Tokens.Where(t => !context.Request.Query.ContainsKey("case") || names.Contains(t.Name));
                await context.Response.WriteAsJsonAsync(tokens.Select(t => new Left(t.Name, t.Enabled, t.HasUsablePassword, t.ExpiresOn)), Wire.Options);
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }
}
