using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace AcrTokens;

/// <summary>
/// A password that shows as <c>[REDACTED]</c> wherever it is logged, formatted, serialized or debugged.
/// <see cref="Reveal"/> is the only way out.
/// </summary>
[DebuggerDisplay(Hidden)]
[JsonConverter(typeof(AcrSecretJsonConverter))]
[TypeConverter(typeof(AcrSecretTypeConverter))]
public sealed class AcrSecret
{
    internal const string Hidden = "[REDACTED]";

    private volatile bool ended;

    /// <summary>Wraps a secret. Executors do so as soon as they read one.</summary>
    public AcrSecret(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Value = value;
    }

    /// <summary>Always <c>[REDACTED]</c>, for loggers that walk an object's properties, such as Serilog.</summary>
    public string Redacted => ToString();

    /// <summary>The first 12 hexadecimal digits of the secret's SHA-256: shows in a log whether two secrets are the same, and nothing else.</summary>
    public string Fingerprint => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Value)))[..12];

    /// <summary>The secret for the library itself, also after the lease: to prove that the registry refuses it.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string Value { get; }

    /// <summary>The secret in clear text. Pass it only to the tool that needs it; never log it or put it on a command line.</summary>
    /// <exception cref="InvalidOperationException">The lease that this secret belongs to has ended.</exception>
    public string Reveal()
    {
        ThrowIfEnded();
        return Value;
    }

    /// <summary>Always <c>[REDACTED]</c>.</summary>
    public override string ToString() => Hidden;

    internal void End() => ended = true;

    internal void ThrowIfEnded()
    {
        if (ended)
            throw new InvalidOperationException("The secret is not here: its lease has ended, or another process has it.");
    }
}
