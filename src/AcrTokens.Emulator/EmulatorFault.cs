namespace AcrTokens.Emulator;

/// <summary>A fault to inject: into one operation, from a given call on, for a number of calls.</summary>
/// <param name="Operation">
/// An operation as <see cref="EmulatorRequest.Operation"/> names it, such as <c>Tokens_Create</c>. <c>Tokens_Create.Poll</c> means the polls
/// that follow it, and <c>*</c> any operation. Several operations are separated by commas and counted together.
/// </param>
public sealed record EmulatorFault(string Operation)
{
    /// <summary>
    /// A header that a request must carry for the fault to hit it, as in <c>x-build: 42</c>. Default: <see langword="null"/>, any request.
    /// </summary>
    public string? Header { get; init; }

    /// <summary>The first call that the fault hits. Calls are counted from 1 when the fault is added. Default: 1.</summary>
    public int Call { get; init; } = 1;

    /// <summary>How many calls the fault hits. Default: 1.</summary>
    public int Times { get; init; } = 1;

    /// <summary>
    /// The HTTP status to respond with instead of processing the request: 400 to 599, or 200 to 599 with a <see cref="Body"/>. Default:
    /// <see langword="null"/>, none.
    /// </summary>
    public int? Status { get; init; }

    /// <summary>The error code in such a response. Default: <c>InjectedFault</c>.</summary>
    public string Code { get; init; } = "InjectedFault";

    /// <summary>The error message in such a response. Default: <c>A fault was injected.</c></summary>
    public string Message { get; init; } = "A fault was injected.";

    /// <summary>
    /// The body of such a response, sent as it is. It replaces the error in the service's own form. It is sent as HTML if it begins with
    /// <c>&lt;</c>, otherwise as JSON. Default: <see langword="null"/>.
    /// </summary>
    public string? Body { get; init; }

    /// <summary>
    /// The <c>Retry-After</c> of such a response, sent as it is: seconds, a date, or a value that no client can parse. Default:
    /// <see langword="null"/>, none.
    /// </summary>
    public string? RetryAfter { get; init; }

    /// <summary>Where the connection is cut. Default: <see cref="EmulatorDrop.None"/>.</summary>
    public EmulatorDrop Drop { get; init; } = EmulatorDrop.None;

    /// <summary>Where the emulator stops responding, until the client gives up. Default: <see cref="EmulatorSilence.None"/>.</summary>
    public EmulatorSilence Silence { get; init; } = EmulatorSilence.None;

    /// <summary>
    /// A name for the silence. <see cref="AcrEmulator.Release"/> ends it, and the request continues as if nothing had happened. Default:
    /// <see langword="null"/>, only the client ends it.
    /// </summary>
    public string? Hold { get; init; }

    /// <summary>A JSON merge patch (RFC 7396) of the request body, as in <c>{"expiry":null}</c>. Default: <see langword="null"/>.</summary>
    public string? RequestPatch { get; init; }

    /// <summary>
    /// A JSON merge patch of the body of a response below 300, as in <c>{"properties":{"status":"disabled"}}</c>. Default: <see langword="null"/>.
    /// </summary>
    public string? AnswerPatch { get; init; }

    /// <summary>How far the response's <c>Date</c> is ahead of the emulator's clock; negative for behind. Default: zero.</summary>
    public TimeSpan DateAhead { get; init; } = TimeSpan.Zero;

    /// <summary>How long the request waits before anything else happens to it. Default: zero.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.Zero;
}
