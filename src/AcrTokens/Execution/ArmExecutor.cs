using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Core;

namespace AcrTokens;

/// <summary>The executor that makes its own calls to Resource Manager: as few as the service allows.</summary>
internal sealed class ArmExecutor : IAcrExecutor
{
    // How often a new token may answer "not active yet" to a credential generation before that is taken as its answer:
    // one public project reports it, settled within about five seconds.
    private const int MostActivationWaits = 5;

    private readonly ArmPipeline pipeline;
    private readonly ArmPolling polling;
    private readonly TimeProvider clock;

    public ArmExecutor(TokenCredential credential, AcrClientOptions options)
    {
        pipeline = new ArmPipeline(credential, options);
        clock = options.TimeProvider;
        polling = new ArmPolling(pipeline, clock, options.OperationTimeout);
    }

    public async Task<AcrRegistry> GetRegistryAsync(ResourceIdentifier registry, CancellationToken cancellationToken)
    {
        var request = new ArmRequest(RequestMethod.Get, registry.ToString(), "read", registry);
        var answer = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        return answer.Read(ArmJson.Default.RegistryJson, request).ToModel();
    }

    public async IAsyncEnumerable<AcrRegistry> ListRegistriesAsync(string subscriptionId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var subscription = new ResourceIdentifier($"/subscriptions/{subscriptionId}");
        var request = new ArmRequest(RequestMethod.Get, $"{subscription}/providers/{AcrResourceIds.RegistryType}", "list the registries of", subscription);
        var answer = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            var page = answer.Read(ArmJson.Default.RegistryPageJson, request);
            foreach (var registry in page.Value ?? [])
                yield return registry.ToModel();

            if (string.IsNullOrEmpty(page.NextLink))
                yield break;
            answer = await pipeline.FollowAsync(page.NextLink, request, cancellationToken).ConfigureAwait(false);
            Accept(answer, request);
        }
    }

    public Task<AcrToken> CreateTokenAsync(ResourceIdentifier token, AcrTokenChanges changes, CancellationToken cancellationToken) =>
        ChangeTokenAsync(RequestMethod.Put, "create", token, changes, cancellationToken);

    public Task<AcrToken> UpdateTokenAsync(ResourceIdentifier token, AcrTokenChanges changes, CancellationToken cancellationToken) =>
        ChangeTokenAsync(RequestMethod.Patch, "update", token, changes, cancellationToken);

    public async Task<AcrToken?> GetTokenIfExistsAsync(ResourceIdentifier token, CancellationToken cancellationToken) =>
        (await GetIfExistsAsync(token, ArmJson.Default.TokenJson, cancellationToken).ConfigureAwait(false))?.ToModel(token);

    public async Task DeleteTokenAsync(ResourceIdentifier token, CancellationToken cancellationToken)
    {
        var request = new ArmRequest(RequestMethod.Delete, token.ToString(), "delete", token);
        var answer = await pipeline.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (ArmErrors.IsMissing(answer, request))
            return;

        Accept(answer, request);
        await polling.FinishDeleteAsync(answer, request, cancellationToken).ConfigureAwait(false);
    }

    public async Task<AcrTokenCredentials> GenerateCredentialsAsync(
        ResourceIdentifier token, AcrTokenPasswordName? name, DateTimeOffset? expiresOn, CancellationToken cancellationToken)
    {
        var body = new GenerateCredentialsJson(token.ToString(), expiresOn?.ToUniversalTime(), name?.ToString());
        var request = new ArmRequest(RequestMethod.Post, $"{token.Parent}/generateCredentials", "generate credentials of", token)
        {
            Body = Json(body, ArmJson.Default.GenerateCredentialsJson),
            Once = true,
        };
        var answer = await SendWhenActiveAsync(request, cancellationToken).ConfigureAwait(false);
        answer = await polling.FinishActionAsync(answer, request, cancellationToken).ConfigureAwait(false);
        return answer.Read(ArmJson.Default.CredentialsJson, request).ToModel(token);
    }

    public async Task<AcrScopeMap> CreateScopeMapAsync(
        ResourceIdentifier scopeMap, IReadOnlyList<string> actions, string? description, CancellationToken cancellationToken)
    {
        var body = new ScopeMapJson(new ScopeMapPropertiesJson { Description = description, Actions = actions });
        var request = new ArmRequest(RequestMethod.Put, scopeMap.ToString(), "create", scopeMap) { Body = Json(body, ArmJson.Default.ScopeMapJson) };
        var (answer, isFinal) = await ChangeAsync(request, cancellationToken).ConfigureAwait(false);
        var model = answer.Read(ArmJson.Default.ScopeMapJson, request).ToModel(scopeMap);
        return isFinal ? model : model with { ProvisioningState = AcrProvisioningState.Succeeded };
    }

    public async Task<AcrScopeMap?> GetScopeMapIfExistsAsync(ResourceIdentifier scopeMap, CancellationToken cancellationToken) =>
        (await GetIfExistsAsync(scopeMap, ArmJson.Default.ScopeMapJson, cancellationToken).ConfigureAwait(false))?.ToModel(scopeMap);

    private async Task<AcrToken> ChangeTokenAsync(
        RequestMethod method, string verb, ResourceIdentifier token, AcrTokenChanges changes, CancellationToken cancellationToken)
    {
        var body = new TokenJson(new TokenPropertiesJson
        {
            ScopeMapId = changes.ScopeMapId?.ToString(),
            Status = changes.Status?.ToString(),
            Credentials = changes.Passwords is null ? null : new TokenCredentialsJson([.. changes.Passwords.Select(p => new PasswordJson(p.ToString()))]),
        });
        var request = new ArmRequest(method, token.ToString(), verb, token) { Body = Json(body, ArmJson.Default.TokenJson) };
        var (answer, isFinal) = await ChangeAsync(request, cancellationToken).ConfigureAwait(false);
        var model = answer.Read(ArmJson.Default.TokenJson, request).ToModel(token);
        return isFinal ? model : model with { ProvisioningState = AcrProvisioningState.Succeeded };
    }

    private async Task<(ArmAnswer Answer, bool IsFinal)> ChangeAsync(ArmRequest request, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        return await polling.FinishChangeAsync(answer, request, cancellationToken).ConfigureAwait(false);
    }

    private async Task<T?> GetIfExistsAsync<T>(ResourceIdentifier id, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var request = Get(id);
        var answer = await pipeline.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (ArmErrors.IsMissing(answer, request))
            return null;

        Accept(answer, request);
        return answer.Read(type, request);
    }

    private async Task<ArmAnswer> SendWhenActiveAsync(ArmRequest request, CancellationToken cancellationToken)
    {
        for (var wait = 1; ; wait++)
        {
            var answer = await pipeline.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (wait > MostActivationWaits || answer.Status != 409 || answer.TryRead(ArmJson.Default.ErrorAnswerJson)?.Error?.Code != "TokenNotActive")
            {
                Accept(answer, request);
                return answer;
            }

            await Task.Delay(answer.RetryAfter ?? TimeSpan.FromSeconds(wait), clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<ArmAnswer> SendAsync(ArmRequest request, CancellationToken cancellationToken)
    {
        var answer = await pipeline.SendAsync(request, cancellationToken).ConfigureAwait(false);
        Accept(answer, request);
        return answer;
    }

    private static void Accept(ArmAnswer answer, ArmRequest request)
    {
        if (answer.Status is not (200 or 201 or 202 or 204))
            throw ArmErrors.Refused(answer, request);
    }

    private static ArmRequest Get(ResourceIdentifier id) => new(RequestMethod.Get, id.ToString(), "read", id);

    private static BinaryData Json<T>(T value, JsonTypeInfo<T> type) => new(JsonSerializer.SerializeToUtf8Bytes(value, type));
}
