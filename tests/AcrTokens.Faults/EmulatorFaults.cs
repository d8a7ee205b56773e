using System.Globalization;
using AcrTokens.Emulator;

namespace AcrTokens.Faults;

/// <summary>Translates the matrix's faults to the emulator's.</summary>
internal static class EmulatorFaults
{
    /// <summary>A <c>Retry-After</c> with the date 10 seconds after the fault is armed.</summary>
    public const string InTenSeconds = "in 10 s";

    private static readonly TimeSpan DateOff = TimeSpan.FromMinutes(10);

    // The response of an unfinished poll depends on the polled operation.
    public static IEnumerable<EmulatorFault> Of(Armed armed) =>
        armed.Kind == FaultKind.NeverEnds
            ? armed
                .Operations.GroupBy(o => o == Operation.TokenDeletePoll)
                .Select(some => For(armed, some) with { Status = some.Key ? 202 : 200, Body = some.Key ? "null" : """{"status":"Creating"}""" })
            : [Of(armed, For(armed, armed.Operations))];

    /// <summary>The name that releases a held request.</summary>
    public static string Hold(string @case, Operation operation) => $"{@case}-{operation}";

    private static EmulatorFault For(Armed armed, IEnumerable<Operation> operations) =>
        new(string.Join(',', operations.Select(o => o.Name())))
        {
            Header = $"{Wire.CaseHeader}: {armed.Case}",
            Call = armed.Nth,
            Times = armed.Always ? int.MaxValue : 1,
        };

    private static EmulatorFault Of(Armed armed, EmulatorFault fault) =>
        armed.Kind switch
        {
            FaultKind.ResetBefore => fault with { Drop = EmulatorDrop.Request },
            FaultKind.ResetAfter => fault with { Drop = EmulatorDrop.Answer },
            FaultKind.Truncated => fault with { Drop = EmulatorDrop.HalfAnswer },
            FaultKind.SilenceBefore => fault with { Silence = EmulatorSilence.Request },
            FaultKind.SilenceAfter => fault with { Silence = EmulatorSilence.Answer },
            FaultKind.HeldBefore => fault with { Silence = EmulatorSilence.Request, Hold = Hold(armed.Case, armed.Operations[0]) },
            FaultKind.HeldAfter => fault with { Silence = EmulatorSilence.Answer, Hold = Hold(armed.Case, armed.Operations[0]) },
            FaultKind.DateAhead => fault with { DateAhead = DateOff },
            FaultKind.DateBehind => fault with { DateAhead = -DateOff },
            FaultKind.Disabled => fault with { AnswerPatch = """{"properties":{"status":"disabled"}}""" },
            FaultKind.OtherScopeMap => fault with { AnswerPatch = """{"properties":{"scopeMapId":"of-somebody-else"}}""" },
            FaultKind.NoExpiry => fault with { RequestPatch = """{"expiry":null}""" },
            FaultKind.LaterExpiry => fault with { RequestPatch = $$"""{"expiry":"{{DateTimeOffset.UtcNow + TimeSpan.FromDays(1):O}}"}""" },
            var kind => fault with
            {
                Status = kind.Status(),
                Code = Code(kind),
                Body = kind == FaultKind.ProxyNotFound ? "<html><body><h1>404 Not Found</h1></body></html>" : null,
                RetryAfter =
                    armed.RetryAfter == InTenSeconds
                        ? (DateTimeOffset.UtcNow + TimeSpan.FromSeconds(10)).ToString("R", CultureInfo.InvariantCulture)
                        : armed.RetryAfter ?? (kind == FaultKind.TooManyRequests ? "1" : null),
            },
        };

    private static string Code(FaultKind kind) =>
        kind switch
        {
            FaultKind.Unauthorized => "InvalidAuthenticationToken",
            FaultKind.Forbidden => "AuthorizationFailed",
            FaultKind.NotFound => "ResourceNotFound",
            FaultKind.ServerError => "InternalServerError",
            FaultKind.Unavailable => "ServiceUnavailable",
            _ => $"{kind}",
        };
}
