using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AcrTokens.Extensions.DependencyInjection.Tests;

public sealed class WrongConfigurations
{
    private readonly ListLogger log = new();

    [Fact]
    public async Task Are_one_error_at_the_start_with_all_mistakes()
    {
        var refusal = await FailureOfAsync<OptionsValidationException>(
            ("Emulator", "https://contoso.example:7443/"),
            ("Cloud", "AzureGermany"),
            ("RevokeTimeout", "-00:00:01")
        );

        refusal.Message.ShouldBe(
            "AcrTokens is not configured correctly: Emulator is 'https://contoso.example:7443/', which is not an https address of this machine; "
                + "Cloud is 'AzureGermany', which is none of AzurePublicCloud, AzureChina, AzureGovernment; the client's "
                + "RevokeTimeout -00:00:01 is not positive."
        );
    }

    [Fact]
    public async Task Of_Azure_name_the_value() =>
        (await FailureOfAsync<OptionsValidationException>(("SubscriptionId", "builds"))).Message.ShouldBe(
            "AcrTokens is not configured correctly: the client's subscription is 'builds', which is not a subscription's id (a GUID)."
        );

    [Fact]
    public async Task Are_found_before_a_service_starts()
    {
        var builder = HostOfTest.Create(log, ("Cloud", "AzureGermany"));
        var worker = new Worker();
        builder.Services.AddSingleton<IHostedService>(worker);
        using var host = builder.Build();

        await Should.ThrowAsync<OptionsValidationException>(host.StartAsync());

        worker.Started.ShouldBeFalse();
    }

    [Fact]
    public async Task Name_the_key_that_is_no_option()
    {
        var refusal = await FailureOfAsync<InvalidOperationException>(("Emulater", "https://localhost:7443/"));

        refusal.Message.ShouldContain("Emulater");
    }

    [Fact]
    public async Task Name_the_key_whose_value_cannot_be_read()
    {
        var refusal = await FailureOfAsync<InvalidOperationException>(("RevokeTimeout", "soon"));

        refusal.Message.ShouldContain("AcrTokens:RevokeTimeout");
    }

    [Fact]
    public async Task Of_code_are_found_too()
    {
        var builder = HostOfTest.Create(log);
        builder.Services.Configure<AcrClientOptions>(options => options.OperationTimeout = TimeSpan.Zero);
        using var host = builder.Build();

        var refusal = await Should.ThrowAsync<OptionsValidationException>(host.StartAsync());

        refusal.Message.ShouldBe("AcrTokens is not configured correctly: the client's OperationTimeout 00:00:00 is not positive.");
    }

    [Fact]
    public async Task Are_none_where_nothing_is_configured()
    {
        using var host = await HostOfTest.Create(log).StartAsync();

        host.Services.GetRequiredService<AcrClient>().ShouldNotBeNull();
    }

    private async Task<T> FailureOfAsync<T>(params (string Key, string Value)[] section)
        where T : Exception
    {
        using var host = HostOfTest.Create(log, section).Build();
        return await Should.ThrowAsync<T>(host.StartAsync());
    }

    private sealed class Worker : IHostedLifecycleService
    {
        public bool Started { get; private set; }

        public Task StartingAsync(CancellationToken cancellationToken)
        {
            Started = true;
            return Task.CompletedTask;
        }

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
