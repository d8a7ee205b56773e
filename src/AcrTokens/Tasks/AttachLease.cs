namespace AcrTokens;

internal sealed class AttachLease(AcrClient client)
{
    public async Task<AcrTokenLease> RunAsync(AcrTokenRevokeSettings settings, CancellationToken cancellationToken)
    {
        var registry = await client.Registries.GetIdAsync(settings, cancellationToken).ConfigureAwait(false);
        var id = AcrResourceIds.Token(registry, settings.Name!);
        var mint = new AcrTokenMintSettings { RegistryName = settings.RegistryName, KeepDisabled = settings.KeepDisabled, WhatIf = settings.WhatIf };
        var token = await client.Executor.GetTokenIfExistsAsync(id, cancellationToken).ConfigureAwait(false);
        if (settings.WhatIf)
            return new AcrTokenLease(client, id, new AcrSecret(""), client.Time.Now, client.Time.Now, mint).Rehearsed();
        if (token is null)
            throw AcrException.Missing(settings.Task, id);

        client.Time.Note(token.ReadOn);
        var password = new AcrSecret("");
        password.End();
        var lease = new AcrTokenLease(client, id, password, token.CreatedOn ?? client.Time.Now, EndOf(token), mint);
        AcrTokenGuard.Arm();
        LeaseBook.Add(lease);
        return lease;
    }

    // A certificate logs in for as long as it is there.
    private static DateTimeOffset EndOf(AcrToken token) => token.Certificates.Count > 0 || token.Passwords.Count == 0
        ? DateTimeOffset.MaxValue
        : token.Passwords.Max(password => password.ExpiresOn ?? DateTimeOffset.MaxValue);
}
