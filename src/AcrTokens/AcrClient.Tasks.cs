namespace AcrTokens;

public sealed partial class AcrClient
{
    /// <summary>Creates a token, without a password. Fails if a token of that name exists, unless overwriting is enabled.</summary>
    /// <returns>The token, once the service has finished the change.</returns>
    /// <exception cref="AcrException">The settings are wrong, or the service refused.</exception>
    public Task<AcrToken> CreateTokenAsync(AcrTokenCreateSettings settings, CancellationToken cancellationToken = default) =>
        new TokenTasks(For(settings)).CreateAsync(settings, cancellationToken);

    /// <summary>Updates a token. Settings that are not set leave the token as it is.</summary>
    /// <returns>The token, once the service has finished the change.</returns>
    /// <exception cref="AcrException">The settings are wrong, or the service refused.</exception>
    public Task<AcrToken> UpdateTokenAsync(AcrTokenUpdateSettings settings, CancellationToken cancellationToken = default) =>
        new TokenTasks(For(settings)).UpdateAsync(settings, cancellationToken);

    /// <summary>Reads a token.</summary>
    /// <returns>The token.</returns>
    /// <exception cref="AcrException">The settings are wrong, there is no such token (status 404), or the service refused.</exception>
    public Task<AcrToken> GetTokenAsync(AcrTokenGetSettings settings, CancellationToken cancellationToken = default) =>
        new TokenTasks(For(settings)).GetAsync(settings, cancellationToken);

    /// <summary>Lists the registry's tokens. The asynchronous form reads page by page, on demand.</summary>
    /// <returns>The tokens.</returns>
    /// <exception cref="AcrException">The settings are wrong, or the service refused.</exception>
    public IAsyncEnumerable<AcrToken> ListTokensAsync(AcrTokenListSettings settings, CancellationToken cancellationToken = default) =>
        new TokenTasks(For(settings)).ListAsync(settings, cancellationToken);

    /// <summary>Deletes a token. One that does not exist counts as deleted.</summary>
    /// <exception cref="AcrException">The settings are wrong, or the service refused.</exception>
    public Task DeleteTokenAsync(AcrTokenDeleteSettings settings, CancellationToken cancellationToken = default) =>
        new TokenTasks(For(settings)).DeleteAsync(settings, cancellationToken);

    /// <summary>Generates one password of a token, or both. Their values are in this response only and cannot be read again.</summary>
    /// <returns>The token's passwords. Only newly generated ones have a value.</returns>
    /// <exception cref="AcrException">The settings are wrong, or the service refused.</exception>
    public Task<AcrTokenCredentials> GenerateTokenCredentialAsync(
        AcrTokenCredentialGenerateSettings settings,
        CancellationToken cancellationToken = default
    ) => new CredentialTasks(For(settings)).GenerateAsync(settings, cancellationToken);

    /// <summary>Removes one password of a token, or both.</summary>
    /// <returns>The token, once the service has finished the change.</returns>
    /// <exception cref="AcrException">The settings are wrong, the token or the password is not there, or the service refused.</exception>
    public Task<AcrToken> DeleteTokenCredentialAsync(AcrTokenCredentialDeleteSettings settings, CancellationToken cancellationToken = default) =>
        new CredentialTasks(For(settings)).DeleteAsync(settings, cancellationToken);

    /// <summary>
    /// Mints a token for one build: least privilege, one password that expires. Rolls back if it fails. Revoke or dispose the lease. A lease that is
    /// still open when the process ends, also by a signal, is revoked then. With <see cref="AcrTokenMintSettings.WhatIf"/> nothing is minted, and the
    /// lease has ended from the start.
    /// </summary>
    /// <returns>The lease.</returns>
    /// <exception cref="AcrException">The settings are wrong, or the service refused; the message names what could not be rolled back.</exception>
    public Task<AcrTokenLease> MintTokenAsync(AcrTokenMintSettings settings, CancellationToken cancellationToken = default) =>
        new MintToken(For(settings), settings).RunAsync(cancellationToken);

    /// <summary>
    /// Prepares a token off the build's critical path: checks the settings, returns immediately, and creates the scope map and the token in the
    /// background. <see cref="AcrPreparedToken.Mint"/> generates the password just before the push. A failure in the background is logged, and thrown
    /// by <see cref="AcrPreparedToken.Mint"/>; nothing is left then. The lifetime counts from <see cref="AcrPreparedToken.Mint"/>. Cancelling
    /// deletes the token, unless it has become a lease.
    /// </summary>
    /// <returns>The prepared token. Mint or dispose it; one that is left is deleted when the process ends, also by a signal.</returns>
    /// <exception cref="AcrException">The settings are wrong.</exception>
    public Task<AcrPreparedToken> PrepareTokenAsync(AcrTokenMintSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        settings = settings with { Ahead = true };
        return Task.FromResult(new MintToken(For(settings), settings).Prepare(cancellationToken));
    }

    /// <summary>Mints a token, passes it to the body, and revokes it however the body ends.</summary>
    /// <returns>What the body returns.</returns>
    /// <exception cref="AcrException">The mint or the revocation failed.</exception>
    /// <exception cref="AggregateException">The body and the revocation failed; the body's exception comes first.</exception>
    public Task<T> WithTokenAsync<T>(AcrTokenMintSettings settings, Func<AcrTokenLease, Task<T>> body, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        return new UseToken(this).RunAsync(settings, body, cancellationToken);
    }

    /// <summary>Mints a token, passes it to the body, and revokes it however the body ends.</summary>
    /// <exception cref="AcrException">The mint or the revocation failed.</exception>
    /// <exception cref="AggregateException">The body and the revocation failed; the body's exception comes first.</exception>
    public Task WithTokenAsync(AcrTokenMintSettings settings, Func<AcrTokenLease, Task> body, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        return WithTokenAsync(
            settings,
            async lease =>
            {
                await body(lease).ConfigureAwait(false);
                return true;
            },
            cancellationToken
        );
    }

    /// <summary>Mints a token, passes it to the body, and revokes it however the body ends. The body runs on the caller's thread.</summary>
    /// <exception cref="AcrException">The mint or the revocation failed.</exception>
    /// <exception cref="AggregateException">The body and the revocation failed; the body's exception comes first.</exception>
    public void WithToken(AcrTokenMintSettings settings, Action<AcrTokenLease> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        new UseToken(this).Run(settings, body);
    }

    /// <summary>Creates a scope map, or replaces the one of that name.</summary>
    /// <returns>The scope map, once the service has finished the change.</returns>
    /// <exception cref="AcrException">The settings are wrong, or the service refused.</exception>
    public Task<AcrScopeMap> CreateScopeMapAsync(AcrScopeMapCreateSettings settings, CancellationToken cancellationToken = default) =>
        new ScopeMapTasks(For(settings)).CreateAsync(settings, cancellationToken);

    /// <summary>Updates a scope map. Settings that are not set leave it as it is.</summary>
    /// <returns>The scope map, once the service has finished the change.</returns>
    /// <exception cref="AcrException">The settings are wrong, there is no such scope map, or the service refused.</exception>
    public Task<AcrScopeMap> UpdateScopeMapAsync(AcrScopeMapUpdateSettings settings, CancellationToken cancellationToken = default) =>
        new ScopeMapTasks(For(settings)).UpdateAsync(settings, cancellationToken);

    /// <summary>Reads a scope map.</summary>
    /// <returns>The scope map.</returns>
    /// <exception cref="AcrException">The settings are wrong, there is no such scope map (status 404), or the service refused.</exception>
    public Task<AcrScopeMap> GetScopeMapAsync(AcrScopeMapGetSettings settings, CancellationToken cancellationToken = default) =>
        new ScopeMapTasks(For(settings)).GetAsync(settings, cancellationToken);

    /// <summary>Lists the registry's scope maps. The asynchronous form reads page by page, on demand.</summary>
    /// <returns>The scope maps.</returns>
    /// <exception cref="AcrException">The settings are wrong, or the service refused.</exception>
    public IAsyncEnumerable<AcrScopeMap> ListScopeMapsAsync(AcrScopeMapListSettings settings, CancellationToken cancellationToken = default) =>
        new ScopeMapTasks(For(settings)).ListAsync(settings, cancellationToken);

    /// <summary>Deletes a scope map. One that does not exist counts as deleted.</summary>
    /// <exception cref="AcrException">The settings are wrong, or the service refused.</exception>
    public Task DeleteScopeMapAsync(AcrScopeMapDeleteSettings settings, CancellationToken cancellationToken = default) =>
        new ScopeMapTasks(For(settings)).DeleteAsync(settings, cancellationToken);

    /// <summary>The admin user: reads its credentials.</summary>
    /// <returns>The user name and both passwords.</returns>
    /// <exception cref="AcrException">The settings are wrong, the admin user is disabled, or the service refused.</exception>
    public async Task<AcrAdminCredential> GetAdminCredentialAsync(AcrCredentialGetSettings settings, CancellationToken cancellationToken = default) =>
        await new RegistryTasks(For(settings)).GetAdminCredentialAsync(settings, cancellationToken).ConfigureAwait(false);

    /// <summary>The admin user: regenerates one of its passwords.</summary>
    /// <returns>The user name and both current passwords.</returns>
    /// <exception cref="AcrException">The settings are wrong, the admin user is disabled, or the service refused.</exception>
    public Task<AcrAdminCredential> RegenerateAdminCredentialAsync(
        AcrCredentialRegenerateSettings settings,
        CancellationToken cancellationToken = default
    ) => new RegistryTasks(For(settings)).RegenerateAdminCredentialAsync(settings, cancellationToken);

    /// <summary>Reads a registry: login server, SKU, admin user, role-assignment mode.</summary>
    /// <returns>The registry.</returns>
    /// <exception cref="AcrException">The settings are wrong, there is no such registry (status 404), or the service refused.</exception>
    public async Task<AcrRegistry> GetRegistryAsync(AcrRegistryGetSettings settings, CancellationToken cancellationToken = default) =>
        await new RegistryTasks(For(settings)).GetAsync(settings, cancellationToken).ConfigureAwait(false);
}
