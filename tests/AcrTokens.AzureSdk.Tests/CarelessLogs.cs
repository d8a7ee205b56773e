namespace AcrTokens.AzureSdk.Tests;

/// <summary>A log that throws, as on a full disk.</summary>
public sealed class CarelessLogs
{
    [Fact]
    public async Task Do_not_fail_a_throttled_request()
    {
        var throttling = new AcrThrottling(new SkippingClock(), TimeSpan.FromMinutes(5), new FullDisk());
        var refusal = new SdkResponse(429, [], new Dictionary<string, string> { ["Retry-After"] = "6" });

        (await throttling.WaitAsync("delete token 'ci'", refusal, 1, throttling.Start(), CancellationToken.None)).ShouldBeTrue();
    }
}
