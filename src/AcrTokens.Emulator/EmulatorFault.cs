namespace AcrTokens.Emulator;

/// <summary>Something that goes wrong on demand: with one operation, from a call on, for a number of calls.</summary>
/// <param name="Operation">
/// An operation as <see cref="EmulatorRequest.Operation"/> names it, such as <c>Tokens_Create</c>; <c>Tokens_Create.Poll</c> for the polls that
/// follow it; several with commas between them, which are counted together; <c>*</c> for any.
/// </param>
public sealed record EmulatorFault(string Operation)
{
    /// <summary>
    /// A header that a request must have to meet the fault, as in <c>x-build: 42</c>. Default: <see langword="null"/>, any request.
    /// </summary>
    public string? Header { get; init; }

    /// <summary>The first call that it meets, counted from 1 when the fault is added. Default: 1.</summary>
    public int Call { get; init; } = 1;

    /// <summary>How many calls it meets. Default: 1.</summary>
    public int Times { get; init; } = 1;

    /// <summary>
    /// The HTTP status to answer, instead of doing what was asked: 400 to 599, from 200 on with a <see cref="Body"/>. Default:
    /// <see langword="null"/>, none.
    /// </summary>
    public int? Status { get; init; }

    /// <summary>The error's code in such an answer. Default: <c>InjectedFault</c>.</summary>
    public string Code { get; init; } = "InjectedFault";

    /// <summary>The error's text in such an answer. Default: <c>A fault was injected.</c></summary>
    public string Message { get; init; } = "A fault was injected.";

    /// <summary>
    /// What such an answer holds, as it is, in place of an error in the form of what was asked. HTML where it begins with <c>&lt;</c>,
    /// else JSON. Default: <see langword="null"/>.
    /// </summary>
    public string? Body { get; init; }

    /// <summary>
    /// The <c>Retry-After</c> of such an answer, as it is: seconds, a date, or what no client can read. Default: <see langword="null"/>, none.
    /// </summary>
    public string? RetryAfter { get; init; }

    /// <summary>What becomes of the connection. Default: <see cref="EmulatorDrop.None"/>.</summary>
    public EmulatorDrop Drop { get; init; } = EmulatorDrop.None;

    /// <summary>Where the answers cease, until the client gives up. Default: <see cref="EmulatorSilence.None"/>.</summary>
    public EmulatorSilence Silence { get; init; } = EmulatorSilence.None;

    /// <summary>
    /// A name for the silence, which <see cref="AcrEmulator.Release"/> ends: the request then goes on as if nothing had been. Default:
    /// <see langword="null"/>, nothing but the client ends it.
    /// </summary>
    public string? Hold { get; init; }

    /// <summary>A JSON merge patch (RFC 7396) of the body that was sent, as in <c>{"expiry":null}</c>. Default: <see langword="null"/>.</summary>
    public string? RequestPatch { get; init; }

    /// <summary>
    /// A JSON merge patch of the body of an answer below 300, as in <c>{"properties":{"status":"disabled"}}</c>. Default: <see langword="null"/>.
    /// </summary>
    public string? AnswerPatch { get; init; }

    /// <summary>How far the answer's <c>Date</c> is ahead of the emulator's clock; negative for behind. Default: zero.</summary>
    public TimeSpan DateAhead { get; init; } = TimeSpan.Zero;

    /// <summary>How long the request waits before anything else happens to it. Default: zero.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.Zero;
}
