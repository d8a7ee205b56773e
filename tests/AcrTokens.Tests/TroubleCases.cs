using System.Text.RegularExpressions;
using AcrTokens.Emulator;

namespace AcrTokens.Tests;

/// <summary>The lines that a build's author sees first, as the library writes them.</summary>
internal static partial class TroubleCases
{
    // Not a constant, so that the rules do not flag it.
    private static string NoRegistry => "https://portal.azure.com/#resource";

    /// <summary>The cases, by the words in docs/troubleshooting.md.</summary>
    public static IReadOnlyDictionary<string, Func<Task<string>>> All { get; } =
        new Dictionary<string, Func<Task<string>>>
        {
            ["nothing to sign in with"] = () => SignInAsync("nothing to sign in with"),
            ["a sign-in that Entra refused"] = () => SignInAsync("an expired OIDC sign-in"),
            ["a missing right"] = () => RefusalAsync("a missing right"),
            ["a policy that turns tokens off"] = () => RefusalAsync("the built-in policy that turns tokens off, at a mint"),
            ["the registry's firewall"] = () => RefusalAsync("the registry's firewall, at `CanLogIn()`"),
            ["a lock on deletes"] = () => RefusalAsync("a lock on deletes, at a revocation: a warning"),
            ["no such registry"] = () =>
                FailAsync(e =>
                    e.Client.MintTokenAsync(
                        e.Mint.SetRegistryName(e.RegistryId.ToString().Replace("myregistry", "another", StringComparison.Ordinal))
                    )
                ),
            ["a text that is not a registry"] = () => FailAsync(e => e.Client.MintTokenAsync(e.Mint.SetRegistryName(NoRegistry))),
            ["no rights"] = () => FailAsync(e => e.Client.MintTokenAsync(e.Of(new AcrTokenMintSettings()))),
            ["a registry without room for another token"] = QuotaAsync,
            ["a wrong clock"] = ClockAsync,
            ["a docker configuration that cannot be read"] = DockerAsync,
            ["a temporary folder that cannot be written to"] = () =>
                Task.FromResult(
                    Brief(
                        Should
                            .Throw<AcrException>(() =>
                                AcrDockerConfig.Create(
                                    new(["contoso.azurecr.io"], "a-token", new AcrSecret("")),
                                    places: [new PrivatePlace("/mnt/missing", "acrtokens", "TMPDIR")]
                                )
                            )
                            .Message
                    )
                ),
            ["a tool that is not installed"] = () =>
                FailAsync(async e =>
                {
                    await using var lease = await e.Client.MintTokenAsync(e.Mint);
                    await lease.LoginAsync(new AcrLoginTool("no-such-tool", "login"));
                }),
            ["a password after the end of its lease"] = async () =>
            {
                await using var emulated = await Emulated.StartAsync();
                var lease = await emulated.Client.MintTokenAsync(emulated.Mint);
                await lease.RevokeAsync();
                return Should.Throw<InvalidOperationException>(lease.Password.Reveal).Message;
            },
            ["a lease that nobody revoked"] = async () =>
            {
                await using var emulated = await Emulated.StartAsync();
                await using var lease = await emulated.Client.MintTokenAsync(emulated.Mint);
                return Brief(AcrTokenGuard.Forgotten(lease));
            },
            ["a revocation without a response"] = () => SignInAsync("the same, at a revocation"),
        };

    private static async Task<string> SignInAsync(string name)
    {
        await using var cases = await SignInCases.StartAsync();
        return cases.Line(await SignInCases.All[name](cases));
    }

    private static async Task<string> RefusalAsync(string name)
    {
        var (simulations, line) = RefusalCases.All[name];
        await using var cases = await RefusalCases.StartAsync(simulations);
        return await line(cases);
    }

    private static async Task<string> FailAsync(Func<Emulated, Task> act, Func<AcrEmulatorOptions, AcrEmulatorOptions>? configure = null)
    {
        await using var emulated = await Emulated.StartAsync(configure);
        return Brief((await Should.ThrowAsync<AcrException>(() => act(emulated))).Message);
    }

    private static Task<string> QuotaAsync() =>
        FailAsync(
            async e =>
            {
                while (true)
                    await e.Client.CreateTokenAsync(
                        e.Of(new AcrTokenCreateSettings()).SetName($"token-{Guid.NewGuid():N}").SetScopeMap("_repositories_pull")
                    );
            },
            o => o with { Sku = AcrEmulatorSku.Basic }
        );

    private static async Task<string> ClockAsync()
    {
        var log = new ListLogger();
        await using var emulated = await Emulated.StartAsync(ahead: TimeSpan.FromMinutes(45), log: log);
        await using var lease = await emulated.Client.MintTokenAsync(emulated.Mint);
        return log.Lines.Single(line => line.Contains("clock", StringComparison.Ordinal))["Warning: ".Length..];
    }

    private static async Task<string> DockerAsync()
    {
        using var variables = new Variables();
        variables.Set("DOCKER_CONFIG", variables.Folder);
        await File.WriteAllTextAsync(Path.Combine(variables.Folder, "config.json"), "[]");
        return (await FailAsync(e => e.Client.MintTokenAsync(e.Mint))).Replace(variables.Folder, "/home/ci/.docker", StringComparison.Ordinal);
    }

    // Replaces the parts that differ between runs.
    private static string Brief(string line) => Subscriptions().Replace(Ids().Replace(Minted().Replace(line, "acrt-…"), "Request id …."), "…");

    [GeneratedRegex("(?<=')acrt-[0-9a-z-]+|(?<=')token-[0-9a-f]{32}")]
    private static partial Regex Minted();

    [GeneratedRegex("Request id [^ ]+\\.$")]
    private static partial Regex Ids();

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Subscriptions();
}
