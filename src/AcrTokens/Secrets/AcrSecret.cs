using System.Diagnostics;

namespace AcrTokens;

/// <summary>
/// A password that prints as <c>[REDACTED]</c> wherever it is logged, formatted or shown by a debugger.
/// <see cref="Reveal"/> is the only way out.
/// </summary>
[DebuggerDisplay("[REDACTED]")]
public sealed class AcrSecret
{
    private const string Redacted = "[REDACTED]";

    private volatile bool ended;

    /// <summary>Wraps a secret. Executors do, as soon as they have read one.</summary>
    public AcrSecret(string value) => Value = value;

    /// <summary>For the library's own use, which outlasts the lease: to prove that the registry refuses it.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string Value { get; }

    /// <summary>The secret in clear text. Hand it to the one who needs it; never log it or put it on a command line.</summary>
    /// <exception cref="InvalidOperationException">The lease that this secret belongs to has ended.</exception>
    public string Reveal() => ended ? throw new InvalidOperationException("The secret is gone: its lease has ended.") : Value;

    /// <summary>Always <c>[REDACTED]</c>.</summary>
    public override string ToString() => Redacted;

    internal void End() => ended = true;
}
