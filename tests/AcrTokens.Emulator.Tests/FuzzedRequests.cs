using System.Globalization;
using System.Net;
using System.Text;
using AcrTokens.Emulator.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace AcrTokens.Emulator.Tests;

/// <summary>Random bodies, headers and paths, the same in every run.</summary>
public class FuzzedRequests : InRepository
{
    private const int Count = 3000;
    private const string SignIn = "/33333333-4444-5555-6666-777777777777/oauth2/v2.0/token";
    private const string Results = Arm.Subscription + "/providers/Microsoft.ContainerRegistry/locations/WESTEUROPE/operationResults/";

    private static readonly string[] Odd =
    [
        "",
        "x",
        "ü",
        "\ud800",
        "\\ud800",
        "%",
        "%00",
        "%2F",
        "%2e%2e",
        "..",
        "//",
        "a b",
        "'",
        "\"",
        "<",
        "{",
        "[",
        "null",
        "-1",
        "0",
        "1e400",
        "NaN",
        "9999-12-31T23:59:59.9999999+00:00",
        "0001-01-01T00:00:00+14:00",
        "10675199.02:48:05",
        "99999999999999999999",
        "sha256:",
        "sha256:" + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        "repository::",
        ":::",
        "a:b:c",
        "_repositories_push",
        "builder",
        "password1",
        "enabled",
    ];

    private static readonly string[] Fields =
    [
        "properties",
        "scopeMapId",
        "status",
        "credentials",
        "passwords",
        "certificates",
        "name",
        "expiry",
        "tokenId",
        "actions",
        "description",
        "adminUserEnabled",
        "schemaVersion",
        "config",
        "layers",
        "manifests",
        "digest",
        "mediaType",
        "urls",
        "operation",
        "call",
        "times",
        "delay",
        "drop",
        "body",
        "code",
        "retryAfterSeconds",
        "advance",
        "now",
        "registries",
        "clients",
        "id",
        "secret",
        "tokens",
        "scopeMaps",
        "scopeMap",
        "enabled",
        "value",
        "lock",
        "tokenPolicy",
        "missingRights",
        "htmlProxy",
        "clockAhead",
        "firewall",
        "grant_type",
        "service",
        "scope",
        "username",
        "password",
        "refresh_token",
        "client_id",
        "client_assertion",
    ];

    private static readonly string[] Paths =
    [
        Arm.Registry,
        Arm.Registry + "/tokens",
        Arm.Registry + "/tokens/builder",
        Arm.Registry + "/tokens/",
        Arm.Registry + "/scopeMaps/ci-map",
        Arm.Registry + "/scopeMaps",
        Arm.Registry + "/generateCredentials",
        Arm.Registry + "/listCredentials",
        Arm.Registry + "/regenerateCredential",
        Arm.Registry + "/tokens/builder/operationStatuses/token-1",
        Results + "token-1",
        Arm.Subscription + "/resources",
        "/subscriptions",
        "/subscriptions/",
        SignIn,
        "/adfs/oauth2/token",
        "/adfs/.well-known/openid-configuration",
        "/v2/",
        App + "/manifests/v1",
        App + "/blobs/uploads/",
        App + "/blobs/uploads/1",
        App + "/blobs/sha256:0",
        App + "/tags/list",
        App + "/referrers/sha256:0",
        "/v2/samples%2Fapp/tags/list",
        "/v2/_catalog",
        "/oauth2/token",
        "/oauth2/exchange",
        "/acr/v1/_catalog",
        "/acr/v1/samples/app",
        "/acr/v1/samples%2Fapp/_tags",
        "/acr/v1/samples/app/_tags/v1",
        "/acr/v1/dotnet/runtime/_manifests",
        "/acr/v1/samples/app/_manifests/sha256:0",
        "/",
        "/_emulator/faults",
        "/_emulator/clock",
        "/_emulator/state",
        "/_emulator/simulations",
        "/_emulator/requests",
    ];

    private static readonly string[] Parameters =
    [
        "api-version",
        "$skiptoken",
        "$filter",
        "service",
        "scope",
        "digest",
        "mount",
        "from",
        "n",
        "last",
        "artifactType",
        "orderby",
        "t",
        "c",
        "s",
        "h",
    ];

    private static readonly string[] Headers =
    [
        "x-ms-client-request-id",
        "Content-Range",
        "Range",
        "Accept",
        "If-None-Match",
        "If-Range",
        "Authorization",
        "Expect",
        "x-acr-emulator-key",
        "Content-Encoding",
    ];

    private static readonly string[] Types =
    [
        "application/json",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "multipart/form-data; boundary=x",
        "multipart/form-data; boundary=\"",
        "application/x-www-form-urlencoded; charset=utf-7",
        "text/plain",
        ImageType,
        IndexType,
        "x",
        ";",
    ];

    [Fact]
    public async Task Meet_no_server_error_but_that_it_is_not_emulated()
    {
        List<string> wrong = [];
        var requests = Requests().Sample(Count, new Rnd(18), 20).ToList();
        requests.Count.ShouldBe(Count);
        foreach (var fuzzed in requests)
        {
            using var request = Made(fuzzed);
            var answer = await Answer.Of(await Client.SendAsync(request));
            if ((int)answer.Status >= 500 && answer.Status != HttpStatusCode.NotImplemented)
            {
                wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{(int)answer.Status} for {fuzzed}: {answer.Text}"));
            }

            // A requested fault or proxy is not a finding.
            Emulator.ClearFaults();
            Emulator.Simulations = new();
        }

        wrong.ShouldBeEmpty();
    }

    private HttpRequestMessage Made(Fuzzed fuzzed)
    {
        var host = fuzzed.ToRegistry ? Emulator.RegistryEndpoint : Emulator.ResourceManagerEndpoint;
        var request = new HttpRequestMessage(new HttpMethod(fuzzed.Method), new Uri(host.ToString().TrimEnd('/') + fuzzed.Path));
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + (fuzzed.ToRegistry ? Bearer : Emulator.AccessToken));
        request.Headers.TryAddWithoutValidation("x-acr-emulator-key", Emulator.ControlKey);
        if (fuzzed.Body is not null)
        {
            request.Content = new ByteArrayContent(fuzzed.Body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", fuzzed.Type);
        }

        foreach (var (name, value) in fuzzed.Headers)
        {
            if (name.StartsWith("Content-", StringComparison.Ordinal))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, value);
            }
            else
            {
                request.Headers.Remove(name);
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return request;
    }

    private static Gen<Fuzzed> Requests() =>
        from method in Gen.Elements("GET", "PUT", "PATCH", "POST", "DELETE", "HEAD", "OPTIONS", "BREW")
        from toRegistry in Gen.Elements(true, false)
        from path in Gen.Elements(Paths)
        from tail in Gen.Frequency(
            (3, Gen.Constant("")),
            (1, Gen.Elements(Odd).Select(odd => "/" + Uri.EscapeDataString(odd))),
            (1, Gen.Elements("/%", "%zz", "/..", "//", "/%2F"))
        )
        from query in Gen.Zip(Gen.Elements(Parameters), Gen.Elements(Odd)).ListOf()
        from version in Gen.Elements("api-version=" + Arm.Version, "api-version=2017-10-01", "api-version=", "")
        from headers in Gen.Zip(Gen.Elements(Headers), Gen.Elements(Odd)).ListOf()
        from type in Gen.Elements(Types)
        from body in Bodies()
        select new Fuzzed(
            method,
            toRegistry,
            $"{path}{tail}?{string.Join('&', query.Select(pair => $"{pair.Item1}={Uri.EscapeDataString(pair.Item2)}").Append(version))}",
            [.. headers.Select(pair => (pair.Item1, pair.Item2))],
            type,
            body
        );

    private static Gen<byte[]?> Bodies() =>
        Gen.Frequency(
            (1, Gen.Constant<byte[]?>(null)),
            (6, Gen.Sized(size => Json(Math.Min(size, 4))).Select(text => (byte[]?)Encoding.UTF8.GetBytes(text))),
            (
                2,
                Gen.Zip(Gen.Elements(Fields), Gen.Elements(Odd))
                    .ListOf()
                    .Select(pairs => (byte[]?)Encoding.UTF8.GetBytes(string.Join('&', pairs.Select(pair => $"{pair.Item1}={pair.Item2}"))))
            ),
            (2, Gen.Choose(0, 255).Select(number => (byte)number).ListOf().Select(bytes => (byte[]?)bytes.ToArray()))
        );

    /// <summary>Generates JSON with known fields and unknown values, sometimes cut off.</summary>
    private static Gen<string> Json(int depth)
    {
        var leaf = Gen.OneOf(
            Gen.Elements("null", "true", "0", "-1", "2", "1e400", "\"\\ud800\"", "\"\\u0000\"", "[]", "{}", "nonsense"),
            Gen.Elements(Odd).Select(odd => $"\"{odd}\"")
        );
        if (depth == 0)
        {
            return leaf;
        }

        var inner = Json(depth - 1);
        return Gen.Frequency(
            (2, leaf),
            (
                5,
                Gen.Zip(Gen.Elements(Fields), inner)
                    .ListOf()
                    .Select(pairs => "{" + string.Join(',', pairs.Take(5).Select(pair => $"\"{pair.Item1}\":{pair.Item2}")) + "}")
            ),
            (2, inner.ListOf().Select(items => "[" + string.Join(',', items.Take(4)) + "]")),
            (1, inner.Select(text => text[..(text.Length / 2)]))
        );
    }

    private sealed record Fuzzed(
        string Method,
        bool ToRegistry,
        string Path,
        IReadOnlyList<(string Name, string Value)> Headers,
        string Type,
        byte[]? Body
    )
    {
        public override string ToString() =>
            $"{Method} {(ToRegistry ? "registry" : "resource manager")} {Path} [{string.Join("; ", Headers)}] {Type}: "
            + $"{(Body is null ? "" : Encoding.UTF8.GetString(Body))}";
    }
}
