using System.Net;
using System.Net.Http.Headers;
using System.Net.NetworkInformation;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

public class CommandLines
{
    private static readonly string[] FreePorts = ["--arm-port", "0", "--registry-port", "0"];

    [Fact]
    public async Task Addresses_and_exports_come_before_ready()
    {
        await using var tool = await Tool.StartAsync([
            .. FreePorts,
            "--registry-https-port",
            "0",
            "--registry",
            "first",
            "--registry",
            "second",
            "--tenant",
            "99999999-0000-0000-0000-000000000000",
            "--print-key",
        ]);

        tool.Lines[^1].ShouldBe("ready");
        string.Join('\n', tool.Lines)
            .ShouldMatch(
                """
                \AResource Manager https://localhost:\d+/
                Sign-in https://localhost:\d+/99999999-0000-0000-0000-000000000000
                Registry first http://localhost:\d+/
                Registry first https://localhost:\d+/
                Registry second http://localhost:\d+/
                Registry second https://localhost:\d+/
                Control https://localhost:\d+/_emulator/ with the header x-acr-emulator-key
                Live http://localhost:\d+/_emulator/live#[0-9a-f]{32}
                export SSL_CERT_FILE=
                """.ReplaceLineEndings("\n")
            );
        foreach (var name in new[] { "REQUESTS_CA_BUNDLE", "NODE_EXTRA_CA_CERTS" })
        {
            tool.Export(name).ShouldBe(tool.Export("SSL_CERT_FILE"));
        }

        $"Resource Manager {tool.Export("AZURE_AUTHORITY_HOST")}".ShouldBe(tool.Lines[0]);
        tool.Export("AZURE_TENANT_ID").ShouldBe("99999999-0000-0000-0000-000000000000");
        tool.Lines.ShouldContain(line => line.StartsWith("Live ", StringComparison.Ordinal) && line.EndsWith("#" + tool.Export("ACR_EMULATOR_KEY")));
    }

    // A CI step's output is a log.
    [Fact]
    public async Task Without_a_terminal_the_key_is_not_printed()
    {
        await using var tool = await Tool.StartAsync(FreePorts);

        tool.Lines.Single(line => line.StartsWith("Live", StringComparison.Ordinal))
            .ShouldMatch(@"\ALive http://localhost:\d+/_emulator/live with the key, which --print-key prints\z");
        tool.Lines.ShouldNotContain(line => line.Contains("ACR_EMULATOR_KEY", StringComparison.Ordinal));
        tool.Lines.ShouldNotContain(line => line.Contains('#', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Client_that_trusts_the_file_and_has_the_key_reads_the_options_back()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pem");
        await using var tool = await Tool.StartAsync([
            .. FreePorts,
            "--ca-file",
            file,
            "--registry",
            "contoso",
            "--resource-group",
            "builds",
            "--sku",
            "Basic",
            "--admin-enabled",
        ]);
        using var handler = Trusting(file);
        using var client = new HttpClient(handler);
        var id =
            $"/subscriptions/{tool.Export("AZURE_SUBSCRIPTION_ID")}/resourceGroups/builds/providers/Microsoft.ContainerRegistry/registries/contoso";

        tool.Export("SSL_CERT_FILE").ShouldBe(file);
        using var form = new FormUrlEncodedContent([
            new("grant_type", "client_credentials"),
            new("client_id", tool.Export("AZURE_CLIENT_ID")),
            new("client_secret", tool.Export("AZURE_CLIENT_SECRET")),
            new("scope", "https://management.azure.com/.default"),
        ]);
        var signedIn = await Answer.Of(
            await client.PostAsync(new Uri($"{tool.Export("AZURE_AUTHORITY_HOST")}{tool.Export("AZURE_TENANT_ID")}/oauth2/v2.0/token"), form)
        );
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(tool.Export("ACR_EMULATOR_ARM")), id + "?api-version=2025-11-01"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", (string)signedIn.Json["access_token"]!);
        var registry = await Answer.Of(await client.SendAsync(request));

        registry.Status.ShouldBe(HttpStatusCode.OK);
        ((string?)registry.Json["sku"]!["name"]).ShouldBe("Basic");
        ((bool?)registry.Properties["adminUserEnabled"]).ShouldBe(true);
        File.Delete(file);
    }

    [UnixTheory]
    [InlineData(15)]
    [InlineData(2)]
    public async Task Signal_ends_it_and_its_own_file_goes(int signal)
    {
        await using var tool = await Tool.StartAsync(FreePorts);
        var file = tool.Export("SSL_CERT_FILE");
        File.Exists(file).ShouldBeTrue();

        tool.Signal(signal);
        var (exitCode, errors) = await tool.EndAsync();

        exitCode.ShouldBe(0, errors);
        File.Exists(file).ShouldBeFalse();
    }

    [Fact]
    public async Task Nothing_makes_it_listen_beyond_loopback()
    {
        await using var tool = await Tool.StartAsync(
            [("ASPNETCORE_URLS", "http://0.0.0.0:0"), ("DOTNET_URLS", "http://0.0.0.0:0"), ("ASPNETCORE_HTTP_PORTS", "0")],
            [.. FreePorts, "--registry-https-port", "0"]
        );
        int[] ports =
        [
            .. tool
                .Lines.TakeWhile(line => !line.StartsWith("Control", StringComparison.Ordinal))
                .Select(line => new Uri(line.Split(' ')[^1]).Port)
                .Distinct(),
        ];

        var listeners = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(listener => ports.Contains(listener.Port)).ToList();

        ports.Length.ShouldBe(3);
        listeners.Count.ShouldBe(Socket.OSSupportsIPv6 ? 6 : 3);
        listeners.ShouldAllBe(listener => IPAddress.IsLoopback(listener.Address));
    }

    [Fact]
    public async Task Port_in_use_is_told_in_a_line()
    {
        await using var first = await Tool.StartAsync(FreePorts);
        var port = new Uri(first.Export("ACR_EMULATOR_ARM")).Port;
        await using var second = await Tool.StartAsync("--arm-port", $"{port}", "--registry-port", "0");

        var (exitCode, errors) = await second.EndAsync();

        exitCode.ShouldBe(1);
        errors
            .Trim()
            .Split('\n')
            .ShouldHaveSingleItem()
            .ShouldBe(
                $"The port {port} of Resource Manager is in use: --arm-port (in code ResourceManagerPort) chooses another, and 0 any that is free."
            );
        second.Lines.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--sku", "Free")]
    [InlineData("--host", "0.0.0.0")]
    [InlineData("--latency", "soon")]
    [InlineData("--lock", "paper")]
    [InlineData("--clock-ahead", "yesterday")]
    [InlineData("--clock-ahead", "9999999.00:00:00")]
    [InlineData("--html-proxy", "99")]
    [InlineData("--missing-right", "tokens/shred")]
    [InlineData("--registry", "no")]
    [InlineData("--seed", "/nowhere/seed.json")]
    [InlineData("--upstream-registry", "nonsense")]
    [InlineData("--ca-file", "/nowhere/ca.pem")]
    public async Task Option_that_cannot_be_is_refused(string option, string value)
    {
        await using var tool = await Tool.StartAsync([.. FreePorts, option, value]);

        var (exitCode, errors) = await tool.EndAsync();

        exitCode.ShouldBe(1);
        errors.ShouldNotBeEmpty();
        errors.ShouldNotContain("   at ");
        errors.ShouldNotContain("System.");
        errors.ShouldNotContain("AcrTokens.");
        tool.Lines.ShouldNotContain("ready");
    }

    [Theory]
    [InlineData("--ca-file")]
    [InlineData("--seed")]
    [InlineData("--registry")]
    [InlineData("--resource-group")]
    [InlineData("--upstream-registry")]
    [InlineData("--missing-right")]
    public async Task Option_without_a_value_does_not_swallow_the_next(string option)
    {
        await using var tool = await Tool.StartAsync([.. FreePorts, option + "=", "--no-control"]);

        var (exitCode, errors) = await tool.EndAsync();

        exitCode.ShouldBe(1);
        errors.ShouldContain(option);
        tool.Lines.ShouldNotContain("ready");
        File.Exists("--no-control").ShouldBeFalse();
    }

    [Fact]
    public async Task Simulations_are_options()
    {
        await using var tool = await Tool.StartAsync([
            .. FreePorts,
            "--token-policy",
            "deny",
            "--lock",
            "canNotDelete",
            "--subscription-disabled",
            "--firewall",
            "--missing-right",
            "Microsoft.ContainerRegistry/registries/tokens/read",
            "--clock-ahead",
            "-00:45:00",
            "--print-key",
        ]);
        using var handler = Trusting(tool.Export("SSL_CERT_FILE"));
        using var client = new HttpClient(handler);
        client.DefaultRequestHeaders.Add("x-acr-emulator-key", tool.Export("ACR_EMULATOR_KEY"));

        var simulated = await Answer.Of(await client.GetAsync(new Uri(tool.Export("ACR_EMULATOR_ARM") + "_emulator/simulations")));

        System
            .Text.Json.Nodes.JsonNode.DeepEquals(
                simulated.Json,
                System.Text.Json.Nodes.JsonNode.Parse(
                    """
                    {"tokenPolicy":"deny","lock":"canNotDelete","subscriptionDisabled":true,"firewall":true,
                     "missingRights":["Microsoft.ContainerRegistry/registries/tokens/read"],"clockAhead":"-00:45:00"}
                    """
                )
            )
            .ShouldBeTrue(simulated.Text);
    }

    [Fact]
    public async Task Without_the_control_api_there_is_no_key()
    {
        await using var tool = await Tool.StartAsync([.. FreePorts, "--no-control", "--print-key"]);

        tool.Lines.ShouldNotContain(line =>
            line.Contains("ACR_EMULATOR_KEY", StringComparison.Ordinal)
            || line.StartsWith("Control", StringComparison.Ordinal)
            || line.StartsWith("Live", StringComparison.Ordinal)
        );
    }

    private static SocketsHttpHandler Trusting(string file) =>
        new()
        {
            SslOptions = new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    CustomTrustStore = { X509CertificateLoader.LoadCertificateFromFile(file) },
                    RevocationMode = X509RevocationMode.NoCheck,
                },
            },
        };
}
