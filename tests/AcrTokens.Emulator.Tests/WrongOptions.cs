namespace AcrTokens.Emulator.Tests;

public class WrongOptions
{
    public static TheoryData<AcrEmulatorOptions, string> Wrong =>
        new()
        {
            {
                new() { RegistryName = "abc" },
                "'abc'"
            },
            {
                new() { RegistryName = "my-registry" },
                "'my-registry'"
            },
            {
                new() { FurtherRegistryNames = ["MyRegistry"] },
                "named twice"
            },
            {
                new() { SubscriptionId = "mine" },
                "'mine'"
            },
            {
                new() { TenantId = "ours" },
                "'ours'"
            },
            {
                new() { PageSize = 0 },
                "page size"
            },
            {
                new() { Latency = TimeSpan.FromSeconds(-1) },
                "negative"
            },
            {
                new() { RegistryPort = 70000 },
                "70000"
            },
            {
                new() { RegistryPort = 65535, FurtherRegistryNames = ["another"] },
                "not enough ports"
            },
            {
                new() { CreationDelay = TimeSpan.MaxValue },
                "longer than"
            },
            {
                new() { Simulations = new() { MissingRights = ["tokens/shred"] } },
                "'tokens/shred'"
            },
            {
                new() { Simulations = new() { HtmlProxy = 100 } },
                "100"
            },
            {
                new() { Simulations = new() { ClockAhead = TimeSpan.MaxValue } },
                "clock"
            },
            {
                new() { UpstreamRegistry = new Uri("ftp://localhost") },
                "ftp://localhost"
            },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Options_that_make_no_emulator_are_refused(AcrEmulatorOptions options, string reason) =>
        (await Should.ThrowAsync<ArgumentException>(() => AcrEmulator.StartInProcessAsync(options))).Message.ShouldContain(reason);

    [Fact]
    public async Task All_mistakes_are_told_at_once()
    {
        var refusal = await Should.ThrowAsync<ArgumentException>(() =>
            AcrEmulator.StartInProcessAsync(new() { RegistryName = "abc", TenantId = "ours" })
        );

        refusal.Message.ShouldContain("'abc'");
        refusal.Message.ShouldContain("'ours'");
    }
}
