using System.Diagnostics.CodeAnalysis;

namespace AcrTokens;

/// <summary>The two passwords of an existing token, from the view of a mint that needs one of them.</summary>
/// <param name="token">The token, as just read.</param>
/// <param name="now">The time on the service's clock.</param>
internal sealed class PasswordSlots(AcrToken token, DateTimeOffset now)
{
    // A mint generates its password, then enables the token: it takes seconds.
    private static readonly TimeSpan MintGrace = TimeSpan.FromMinutes(2);

    private static readonly AcrTokenPasswordName[] Names = [AcrTokenPasswordName.Password1, AcrTokenPasswordName.Password2];

    private readonly bool isDisabled = token.Status == AcrTokenStatus.Disabled;

    /// <summary>
    /// Why the token must not be enabled; null if it may. A disabled token may hold a credential without an expiry, which could log in again.
    /// </summary>
    public string? Refusal =>
        !isDisabled ? null
        : token.Certificates.Count > 0 ? Refuse("a certificate")
        : token.Passwords.FirstOrDefault(password => password.ExpiresOn is null) is { } endless ? Refuse($"{endless.Name}, which has no expiry")
        : null;

    /// <summary>
    /// A password that nobody uses; null if there is none. Builds that come at the same time are less likely to meet if each picks one at random.
    /// </summary>
    [SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "Nothing depends on it but which password is taken.")]
    public AcrTokenPasswordName? Free
    {
        get
        {
            AcrTokenPasswordName[] free = [.. Names.Except(Live.Select(password => password.Name))];
            if (free.Length == 0)
                free = [.. Live.Where(IsLeft).Select(password => password.Name)];
            return free.Length == 0 ? null : free[Random.Shared.Next(free.Length)];
        }
    }

    /// <summary>Which passwords are in use, and until when.</summary>
    public string InUse =>
        string.Join(", ", Live.Select(password => password.ExpiresOn is { } end ? $"{password.Name} until {end:u}" : $"{password.Name} for ever"));

    /// <summary>
    /// The passwords to keep when the token is enabled for <paramref name="name"/>: without those that could log in again by that. Null keeps all.
    /// </summary>
    public IReadOnlyList<AcrTokenPassword>? KeptWith(AcrTokenPasswordName name) =>
        Live.Any(password => password.Name != name && IsLeft(password))
            ? [new() { Name = name }, .. Live.Where(password => password.Name != name && !IsLeft(password))]
            : null;

    private IEnumerable<AcrTokenPassword> Live => token.Passwords.Where(password => password.IsLiveAt(now));

    // On a disabled token: from a build whose token was disabled by somebody else.
    private bool IsLeft(AcrTokenPassword password) => isDisabled && now - password.CreatedOn > MintGrace;

    private string Refuse(string credential) =>
        $"token '{token.Name}' is disabled and has {credential}: enabling it would let that log in. Remove it (AcrTokenUpdate), or enable the token";
}
