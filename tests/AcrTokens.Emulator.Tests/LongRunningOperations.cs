using System.Net;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

public class LongRunningOperations : InProcess
{
    protected override AcrEmulatorOptions Options => base.Options with { CreationDelay = TimeSpan.FromSeconds(5) };

    [Fact]
    public async Task Operation_is_named_after_the_request()
    {
        var body = $$$"""{"properties":{"scopeMapId":"{{{Arm.ScopeMapId("_repositories_pull")}}}"}}""";
        var put = await Arm.Send(HttpMethod.Put, "/tokens/builder", body, clientRequestId: "345ddb388f504234ef94d9093fee7a31");

        new Uri(put.Header("Azure-AsyncOperation")!).AbsolutePath.ShouldBe(
            Arm.Registry + "/tokens/builder/operationStatuses/token-345ddb388f504234ef94d9093fee7a31"
        );
    }

    [Fact]
    public async Task Status_is_creating_until_the_delay_has_passed()
    {
        var put = await Arm.PutToken("builder");

        var early = await Arm.Get(put.Header("Azure-AsyncOperation")!);
        Clock.Advance(TimeSpan.FromSeconds(5));
        var late = await Arm.Get(early.Header("Azure-AsyncOperation")!);

        early.Text.ShouldBe("""{"status":"Creating"}""");
        late.Text.ShouldBe("""{"status":"Succeeded"}""");
    }

    [Fact]
    public async Task Every_answer_carries_a_newly_signed_address()
    {
        var first = (await Arm.PutToken("builder")).Header("Azure-AsyncOperation")!;
        var second = (await Arm.Get(first)).Header("Azure-AsyncOperation")!;

        first.Length.ShouldBeGreaterThan(3000);
        second.ShouldNotBe(first);
        (await Arm.Get(second)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("&api-version=2025-11-01", "")]
    [InlineData("", "&s=")]
    [InlineData("", "&h=")]
    public async Task Address_that_was_not_followed_verbatim_is_refused(string added, string cutFrom)
    {
        var address = (await Arm.PutToken("builder")).Header("Azure-AsyncOperation")!;
        var changed = (cutFrom.Length == 0 ? address : address[..address.IndexOf(cutFrom, StringComparison.Ordinal)]) + added;

        (await Arm.Get(changed)).Status.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Signature_of_one_operation_does_not_open_another()
    {
        var first = (await Arm.PutToken("builder-1")).Header("Azure-AsyncOperation")!;
        var second = (await Arm.PutToken("builder-2")).Header("Azure-AsyncOperation")!;

        (await Arm.Get(second.Split('?')[0] + "?" + first.Split('?')[1])).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Deletion_is_polled_below_the_subscription()
    {
        await Arm.PutToken("builder");

        var delete = await Arm.Delete("/tokens/builder");
        var poll = await Arm.Get(delete.Header("Location")!);

        delete.Status.ShouldBe(HttpStatusCode.Accepted);
        delete.Text.ShouldBeEmpty();
        new Uri(delete.Header("Location")!).AbsolutePath.ShouldStartWith(
            Arm.Subscription + "/providers/Microsoft.ContainerRegistry/locations/WESTEUROPE/operationResults/token-"
        );
        poll.Status.ShouldBe(HttpStatusCode.OK);
        poll.Text.ShouldBeEmpty();
        Emulator.Tokens.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/tokens/builder/operationStatuses/token-unknown")]
    [InlineData(Arm.Subscription + "/providers/Microsoft.ContainerRegistry/locations/WESTEUROPE/operationResults/token-unknown")]
    public async Task Unknown_operation_is_not_found(string path) => (await Arm.Get(path)).Status.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task Change_is_over_at_once()
    {
        await Arm.PutToken("builder");
        Clock.Advance(TimeSpan.FromSeconds(5));

        var patch = await Arm.Patch("/tokens/builder", """{"properties":{"status":"disabled"}}""");

        (await Arm.Get(patch.Header("Azure-AsyncOperation")!)).Text.ShouldBe("""{"status":"Succeeded"}""");
    }

    [Fact]
    public async Task Retry_after_and_signatures_can_be_left_out()
    {
        await using var emulator = await AcrEmulator.StartInProcessAsync(new() { SendRetryAfter = false, SignPollAddresses = false });
        using var client = new HttpClient(emulator.CreateHandler());
        var arm = new Arm(emulator, client);

        var put = await arm.PutToken("builder");
        var delete = await arm.Delete("/tokens/builder");

        put.Header("Retry-After").ShouldBeNull();
        delete.Header("Retry-After").ShouldBeNull();
        new Uri(put.Header("Azure-AsyncOperation")!).Query.ShouldBe("?api-version=2025-11-01");
        (await arm.Get(put.Header("Azure-AsyncOperation")!)).Status.ShouldBe(HttpStatusCode.OK);
    }
}
