using AcrTokens.Emulator;
using AcrTokens.Execution;
using Azure.Core.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NSubstitute;

namespace AcrTokens.Extensions.DependencyInjection.Tests;

public sealed class HostedClients : IAsyncLifetime
{
    private readonly ListLogger log = new();
    private AcrEmulator emulator = null!;

    public async Task InitializeAsync() => emulator = await AcrEmulator.StartAsync();

    public async Task DisposeAsync() => await emulator.DisposeAsync();

    [Fact]
    public async Task Mint_on_the_emulator_that_the_configuration_names_and_log_to_the_host()
    {
        using var host = await HostOfTest.Create(log, emulator).StartAsync();

        var lease = await host.MintAsync();
        emulator.Tokens.ShouldHaveSingleItem().Name.ShouldBe(lease.Name);
        await lease.DisposeAsync();

        emulator.Tokens.ShouldBeEmpty();
        log.Lines.ShouldContain(line => line.StartsWith($"Information: Minted token {lease.Name}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sign_in_with_the_registered_credential()
    {
        var builder = HostOfTest.Create(log);
        var ofEmulator = emulator.CreateClientOptions();
        builder.Services.AddSingleton(emulator.Credential);
        builder.Services.Configure<AcrClientOptions>(options =>
        {
            options.Cloud = ofEmulator.Cloud;
            options.SubscriptionId = ofEmulator.SubscriptionId;
            options.Transport = new HttpClientTransport(emulator.CreateHandler());
        });
        using var host = await builder.StartAsync();

        await using var lease = await host.MintAsync();

        emulator.Tokens.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Run_on_the_registered_executor()
    {
        var executor = Substitute.For<AcrExecutor>();
        var builder = HostOfTest.Create(log, ("SubscriptionId", Guid.NewGuid().ToString()));
        builder.Services.AddSingleton(executor);
        using var host = await builder.StartAsync();

        await Should.ThrowAsync<Exception>(host.MintAsync);

        executor.ReceivedCalls().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Have_the_options_of_configuration_and_code()
    {
        var builder = HostOfTest.Create(
            log,
            ("Cloud", "azurechina"),
            ("OperationTimeout", "00:01:00"),
            ("RevokeTimeout", "00:00:20"),
            ("AcquirePolicyToken", "true"),
            ("ChangeReference", "CHG-1")
        );
        builder.Services.Configure<AcrClientOptions>(options => options.RevokeTimeout = TimeSpan.FromSeconds(10));
        using var host = await builder.StartAsync();

        var options = host.Services.GetRequiredService<IOptions<AcrClientOptions>>().Value;

        options.Cloud.ShouldBe(AcrCloud.AzureChina);
        options.OperationTimeout.ShouldBe(TimeSpan.FromMinutes(1));
        options.RevokeTimeout.ShouldBe(TimeSpan.FromSeconds(10));
        options.AcquirePolicyToken.ShouldBeTrue();
        options.ChangeReference.ShouldBe("CHG-1");
    }

    [Fact]
    public async Task Of_the_emulator_have_neither_cloud_nor_subscription_of_the_production()
    {
        var builder = HostOfTest.Create(
            log,
            ("Emulator", emulator.ResourceManagerEndpoint.ToString()),
            ("Cloud", "AzureChina"),
            ("SubscriptionId", Guid.NewGuid().ToString())
        );
        using var host = await builder.StartAsync();

        await using var lease = await host.MintAsync();

        emulator.Tokens.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Of_the_emulator_have_the_options_of_code_too()
    {
        var audit = new List<string>();
        var builder = HostOfTest.Create(log, emulator);
        builder.Services.Configure<AcrClientOptions>(options => options.Audit = line => audit.Add($"not {line}"));
        builder.Services.PostConfigure<AcrClientOptions>(options => options.Audit = audit.Add);
        using var host = await builder.StartAsync();

        var lease = await host.MintAsync();
        await lease.RevokeAsync();

        audit.ShouldHaveSingleItem().ShouldStartWith($"{{\"token\":\"{lease.Name}\"");
    }

    [Fact]
    public async Task Are_not_replaced_where_the_host_has_its_own()
    {
        var own = new AcrClient(emulator.Credential, emulator.CreateClientOptions());
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddSingleton(own);
        builder.Services.AddAcrTokens();
        using var host = await builder.StartAsync();
        await host.MintAsync();

        host.Services.GetRequiredService<AcrClient>().ShouldBe(own);
        await host.StopAsync();

        emulator.Tokens.ShouldBeEmpty();
    }

    [Fact]
    public void Are_registered_once_however_often_they_are_added()
    {
        var services = new ServiceCollection().AddAcrTokens().AddAcrTokens().AddAcrTokens(_ => { });

        services.Count(service => service.ServiceType == typeof(AcrClient)).ShouldBe(1);
        services.Count(service => service.ServiceType == typeof(IHostedService)).ShouldBe(1);
        services.Count(service => service.ServiceType == typeof(IValidateOptions<AcrClientOptions>)).ShouldBe(1);
    }

    [Fact]
    public void Need_no_host_and_no_log()
    {
        using var services = new ServiceCollection()
            .AddAcrTokens(options => options.RevokeTimeout = TimeSpan.FromSeconds(5))
            .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });

        services.GetRequiredService<AcrClient>().ShouldBe(services.GetRequiredService<AcrClient>());
        services.GetRequiredService<IOptions<AcrClientOptions>>().Value.RevokeTimeout.ShouldBe(TimeSpan.FromSeconds(5));
    }
}
