using System.Diagnostics.CodeAnalysis;

namespace AcrTokens;

/// <summary>
/// The passwords that a lease generated on an existing token. The two passwords of such a token may belong to different builds: name and expiry tell
/// them apart.
/// </summary>
internal sealed class OwnPasswords
{
    private readonly Lock gate = new();
    private readonly List<(AcrTokenPasswordName Name, DateTimeOffset? ExpiresOn)> known = [];

    /// <summary>Shortens an expiry by a random part of a second, so that no two builds request the same.</summary>
    [SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "It only has to differ.")]
    public static DateTimeOffset Mark(DateTimeOffset expiresOn) => expiresOn.AddMilliseconds(-Random.Shared.Next(1, 1000));

    /// <param name="name">Which of the token's two passwords it is.</param>
    /// <param name="expiresOn">When it expires, as requested or as the service reported it. Null if unknown: the name alone then decides.</param>
    public void Add(AcrTokenPasswordName name, DateTimeOffset? expiresOn)
    {
        lock (gate)
        {
            known.Add((name, expiresOn));
        }
    }

    public bool Contains(AcrTokenPassword password)
    {
        lock (gate)
        {
            return known.Any(own => own.Name == password.Name && (own.ExpiresOn is not { } end || IsSame(end, password.ExpiresOn)));
        }
    }

    // Recordings show that the service keeps parts of a second. If it rounds them, whole seconds are all that is left to compare.
    private static bool IsSame(DateTimeOffset own, DateTimeOffset? stored)
    {
        var end = stored ?? DateTimeOffset.MaxValue;
        var tolerance = end == ServiceTime.ToSeconds(end) ? TimeSpan.FromSeconds(1) : TimeSpan.FromMilliseconds(1);
        return (end - own).Duration() < tolerance;
    }
}
