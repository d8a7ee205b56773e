using System.Diagnostics.CodeAnalysis;
using AcrTokens;

namespace Nuke.AcrTokens;

/// <summary>Replaces an exception in a log if its text contains a secret.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "It is written, never thrown.")]
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "It is written, never thrown.")]
internal sealed class RedactedException : Exception
{
    private readonly string text;

    private RedactedException(string message, string text)
        : base(message) => this.text = text;

    public static Exception Of(Exception exception)
    {
        var text = exception.ToString();
        var redacted = AcrRedaction.Redact(text);
        return ReferenceEquals(text, redacted) ? exception : new RedactedException(AcrRedaction.Redact(exception.Message), redacted);
    }

    public override string ToString() => text;
}
