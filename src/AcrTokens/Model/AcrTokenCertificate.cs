namespace AcrTokens;

/// <summary>One of a token's certificates.</summary>
public sealed record AcrTokenCertificate
{
    /// <summary><c>certificate1</c> or <c>certificate2</c>.</summary>
    public required string Name { get; init; }

    /// <summary>From when on the registry refuses it; null: never.</summary>
    public DateTimeOffset? ExpiresOn { get; init; }

    /// <summary>The certificate's thumbprint.</summary>
    public string? Thumbprint { get; init; }

    /// <summary>The public certificate, as base64 of its PEM form.</summary>
    public string? EncodedPemCertificate { get; init; }
}
