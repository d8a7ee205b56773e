using System.Text.Json.Nodes;
using Azure;
using Azure.Core;
using Azure.ResourceManager;
using Azure.ResourceManager.ContainerRegistry;
using Azure.ResourceManager.ContainerRegistry.Models;
using NSubstitute;

namespace AcrTokens.AzureSdk.Tests;

/// <summary>Substitutes for the SDK's own types. Their virtual members send to an emulator.</summary>
internal sealed class SubstituteSdk(Emulation emulation) : ISdkResources
{
    private readonly SdkWire wire = new(emulation);

    public ContainerRegistryResource Registry(ResourceIdentifier id)
    {
        var registry = Substitute.For<ContainerRegistryResource>();
        registry.Id.Returns(id);
        registry
            .GetAsync(Arg.Any<CancellationToken>())
            .Returns(async call =>
            {
                var answer = await wire.AskAsync(HttpMethod.Get, id.ToString(), call.Arg<CancellationToken>());
                return Response.FromValue(WithData(answer), answer);
            });
        registry
            .GetCredentialsAsync(Arg.Any<CancellationToken>())
            .Returns(call => AskAdminAsync($"{id}/listCredentials", null, call.Arg<CancellationToken>()));
        registry
            .RegenerateCredentialAsync(null!, default)
            .ReturnsForAnyArgs(call =>
                AskAdminAsync(
                    $"{id}/regenerateCredential",
                    new JsonObject
                    {
                        ["name"] =
                            call.Arg<ContainerRegistryCredentialRegenerateContent>().Name == ContainerRegistryPasswordName.Password
                                ? "password"
                                : "password2",
                    },
                    call.Arg<CancellationToken>()
                )
            );
        registry
            .GenerateCredentialsAsync(default, null!, default)
            .ReturnsForAnyArgs(call => GenerateAsync(id, call.Arg<ContainerRegistryGenerateCredentialsContent>(), call.Arg<CancellationToken>()));
        registry.GetContainerRegistryTokens().Returns(_ => Tokens(id));
        registry.GetScopeMaps().Returns(_ => ScopeMaps(id));
        return registry;
    }

    public ContainerRegistryResource Registry(ResourceIdentifier id, ListSieve sieve) => Registry(id);

    public async IAsyncEnumerable<ContainerRegistryResource> ListRegistriesAsync(
        string subscriptionId,
        ListSieve sieve,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var answer = await wire.AskAsync(
            HttpMethod.Get,
            $"/subscriptions/{subscriptionId}/providers/{AcrResourceIds.RegistryType}",
            cancellationToken
        );
        foreach (var item in Items(answer))
            yield return WithData(item);
    }

    public Task<ContainerRegistryTokenResource> GetTokenAsync(ResourceIdentifier id, CancellationToken cancellationToken) =>
        Task.FromResult(Token(id, null));

    public Task<ScopeMapResource> GetScopeMapAsync(ResourceIdentifier id, CancellationToken cancellationToken) => Task.FromResult(ScopeMap(id, null));

    private static ContainerRegistryResource WithData(Response answer)
    {
        var registry = Substitute.For<ContainerRegistryResource>();
        registry.Data.Returns(
            SdkWire.Read<ContainerRegistryData>(
                answer,
                new ContainerRegistryData(AzureLocation.WestEurope, new ContainerRegistrySku(ContainerRegistrySkuName.Basic))
            )
        );
        return registry;
    }

    private ContainerRegistryTokenCollection Tokens(ResourceIdentifier registry)
    {
        var tokens = Substitute.For<ContainerRegistryTokenCollection>();
        tokens
            .CreateOrUpdateAsync(default, null!, null!, default)
            .ReturnsForAnyArgs(call =>
            {
                var id = AcrResourceIds.Token(registry, call.Arg<string>());
                return wire.ChangeAsync<ContainerRegistryTokenResource, ContainerRegistryTokenData>(
                    HttpMethod.Put,
                    id,
                    call.Arg<ContainerRegistryTokenData>(),
                    answer => Token(id, answer),
                    call.Arg<CancellationToken>()
                );
            });
        tokens
            .GetAsync(null!, default)
            .ReturnsForAnyArgs(async call =>
            {
                var id = AcrResourceIds.Token(registry, call.Arg<string>());
                var answer = await wire.AskAsync(HttpMethod.Get, id.ToString(), call.Arg<CancellationToken>());
                return Response.FromValue(Token(id, answer), answer);
            });
        tokens
            .GetIfExistsAsync(null!, default)
            .ReturnsForAnyArgs(async call =>
            {
                var id = AcrResourceIds.Token(registry, call.Arg<string>());
                return Found(await wire.AskIfExistsAsync(id, call.Arg<CancellationToken>()), answer => Token(id, answer));
            });
        tokens.GetAllAsync(default).ReturnsForAnyArgs(_ => Pages($"{registry}/tokens", (id, answer) => Token(id, answer)));
        return tokens;
    }

    private ContainerRegistryTokenResource Token(ResourceIdentifier id, Response? read)
    {
        var token = Substitute.For<ContainerRegistryTokenResource>();
        token.Id.Returns(id);
        token.Data.Returns(_ =>
            read is null
                ? throw new InvalidOperationException("it was not read")
                : SdkWire.Read<ContainerRegistryTokenData>(read, new ContainerRegistryTokenData())
        );
        token
            .UpdateAsync(default, null!, default)
            .ReturnsForAnyArgs(call =>
                wire.ChangeAsync<ContainerRegistryTokenResource, ContainerRegistryTokenPatch>(
                    HttpMethod.Patch,
                    id,
                    call.Arg<ContainerRegistryTokenPatch>(),
                    answer => Token(id, answer),
                    call.Arg<CancellationToken>()
                )
            );
        token.DeleteAsync(default, default).ReturnsForAnyArgs(call => wire.DeleteAsync(id, call.Arg<CancellationToken>()));
        return token;
    }

    private ScopeMapCollection ScopeMaps(ResourceIdentifier registry)
    {
        var scopeMaps = Substitute.For<ScopeMapCollection>();
        scopeMaps
            .CreateOrUpdateAsync(default, null!, null!, default)
            .ReturnsForAnyArgs(call =>
            {
                var id = registry.ScopeMap(call.Arg<string>());
                return wire.ChangeAsync<ScopeMapResource, ScopeMapData>(
                    HttpMethod.Put,
                    id,
                    call.Arg<ScopeMapData>(),
                    answer => ScopeMap(id, answer),
                    call.Arg<CancellationToken>()
                );
            });
        scopeMaps
            .GetAsync(null!, default)
            .ReturnsForAnyArgs(async call =>
            {
                var id = registry.ScopeMap(call.Arg<string>());
                var answer = await wire.AskAsync(HttpMethod.Get, id.ToString(), call.Arg<CancellationToken>());
                return Response.FromValue(ScopeMap(id, answer), answer);
            });
        scopeMaps
            .GetIfExistsAsync(null!, default)
            .ReturnsForAnyArgs(async call =>
            {
                var id = registry.ScopeMap(call.Arg<string>());
                return Found(await wire.AskIfExistsAsync(id, call.Arg<CancellationToken>()), answer => ScopeMap(id, answer));
            });
        scopeMaps.GetAllAsync(default).ReturnsForAnyArgs(_ => Pages($"{registry}/scopeMaps", (id, answer) => ScopeMap(id, answer)));
        return scopeMaps;
    }

    private ScopeMapResource ScopeMap(ResourceIdentifier id, Response? read)
    {
        var scopeMap = Substitute.For<ScopeMapResource>();
        scopeMap.Id.Returns(id);
        scopeMap.Data.Returns(_ =>
            read is null ? throw new InvalidOperationException("it was not read") : SdkWire.Read<ScopeMapData>(read, new ScopeMapData())
        );
        scopeMap
            .UpdateAsync(default, null!, default)
            .ReturnsForAnyArgs(call =>
                wire.ChangeAsync<ScopeMapResource, ScopeMapPatch>(
                    HttpMethod.Patch,
                    id,
                    call.Arg<ScopeMapPatch>(),
                    answer => ScopeMap(id, answer),
                    call.Arg<CancellationToken>()
                )
            );
        scopeMap.DeleteAsync(default, default).ReturnsForAnyArgs(call => wire.DeleteAsync(id, call.Arg<CancellationToken>()));
        return scopeMap;
    }

    private async Task<Response<ContainerRegistryListCredentialsResult>> AskAdminAsync(
        string path,
        JsonObject? body,
        CancellationToken cancellationToken
    )
    {
        var answer = await wire.AskAsync(HttpMethod.Post, path, cancellationToken, body?.ToJsonString());
        var json = SdkWire.Json(answer);
        var passwords = json["passwords"]!
            .AsArray()
            .Select(p =>
                ArmContainerRegistryModelFactory.ContainerRegistryPassword(
                    Enum.Parse<ContainerRegistryPasswordName>(p!["name"]!.ToString(), true),
                    p["value"]?.ToString()
                )
            );
        return Response.FromValue(
            ArmContainerRegistryModelFactory.ContainerRegistryListCredentialsResult(json["username"]?.ToString(), passwords),
            answer
        );
    }

    private Task<ArmOperation<ContainerRegistryGenerateCredentialsResult>> GenerateAsync(
        ResourceIdentifier registry,
        ContainerRegistryGenerateCredentialsContent content,
        CancellationToken cancellationToken
    )
    {
        var body = new JsonObject { ["tokenId"] = content.TokenId.ToString() };
        if (content.ExpireOn is { } expiry)
            body["expiry"] = expiry.UtcDateTime.ToString("O");
        if (content.Name is { } name)
            body["name"] = name.ToString();
        return wire.ActAsync($"{registry}/generateCredentials", body.ToJsonString(), ReadCredentials, cancellationToken);
    }

    private static ContainerRegistryGenerateCredentialsResult ReadCredentials(Response answer)
    {
        var json = SdkWire.Json(answer);
        var passwords = json["passwords"]!
            .AsArray()
            .Select(p =>
                ArmContainerRegistryModelFactory.ContainerRegistryTokenPassword(
                    p!["creationTime"]?.GetValue<DateTimeOffset>(),
                    p["expiry"]?.GetValue<DateTimeOffset>(),
                    p["name"]!.ToString(),
                    p["value"]?.ToString()
                )
            );
        return ArmContainerRegistryModelFactory.ContainerRegistryGenerateCredentialsResult(json["username"]?.ToString(), passwords);
    }

    private static NullableResponse<T> Found<T>(Response answer, Func<Response, T> read)
    {
        if (answer.Status == 200)
            return Response.FromValue(read(answer), answer);

        var missing = Substitute.For<NullableResponse<T>>();
        missing.HasValue.Returns(false);
        missing.GetRawResponse().Returns(answer);
        return missing;
    }

    private AsyncPageable<T> Pages<T>(string path, Func<ResourceIdentifier, Response, T> read)
        where T : notnull =>
        new OnePage<T>(async cancellationToken =>
        {
            var answer = await wire.AskAsync(HttpMethod.Get, path, cancellationToken);
            return Page<T>.FromValues([.. Items(answer).Select(item => read(new(SdkWire.Json(item)["id"]!.ToString()), item))], null, answer);
        });

    private static IEnumerable<Response> Items(Response answer) =>
        SdkWire.Json(answer)["value"]!
            .AsArray()
            .Select(item => new SdkResponse(200, System.Text.Encoding.UTF8.GetBytes(item!.ToJsonString()), new Dictionary<string, string>()));

    private sealed class OnePage<T>(Func<CancellationToken, Task<Page<T>>> ask) : AsyncPageable<T>
        where T : notnull
    {
        public override async IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
        {
            yield return await ask(CancellationToken);
        }
    }
}
