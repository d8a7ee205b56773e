using AcrTokens.Emulator;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Faults.Serving;

/// <summary>The paths by which the runner and the builds communicate, and read the book of requests.</summary>
internal sealed class MeetingPoint(AcrEmulator emulator, RequestBook book, Stages stages)
{
    private const string Root = "/_faults";

    public static bool Owns(HttpContext context) => context.Request.Path.StartsWithSegments(Root, StringComparison.Ordinal);

    public async Task HandleAsync(HttpContext context)
    {
        string Query(string name) => context.Request.Query[name].ToString();

        switch (context.Request.Path.Value![Root.Length..])
        {
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
            case "/requests":
                await book.SettleAsync(Query("case"), context.RequestAborted);
                await context.Response.WriteAsJsonAsync(book.Requests.Where(r => r.Case == Query("case")), Wire.Options);
                break;
            case "/passwords":
                await context.Response.WriteAsJsonAsync(book.Passwords.Where(p => p.Case == Query("case")), Wire.Options);
                break;
            case "/tokens":
                var names = book.TokensOf(Query("case")).ToHashSet();
                var tokens = emulator.Tokens.Where(t => !context.Request.Query.ContainsKey("case") || names.Contains(t.Name));
                await context.Response.WriteAsJsonAsync(
                    tokens.Select(t => new Left(t.Name, t.Enabled, t.HasUsablePassword, t.ExpiresOn)),
                    Wire.Options
                );
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }
}
