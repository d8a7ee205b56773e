using System.Net;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

public class InProcessStart : InProcess
{
    [Fact]
    public async Task Both_surfaces_answer_at_the_addresses_it_names()
    {
        Emulator.ResourceManagerEndpoint.ShouldBe(new Uri("https://localhost:44300/"));
        Emulator.RegistryEndpoint.ShouldBe(new Uri("http://localhost:5000/"));
        Emulator.BaseImage.ShouldBe("localhost:5000/dotnet/runtime:10.0");
        ((string?)(await Arm.Get("")).Properties["loginServer"]).ShouldBe("localhost:5000");
        (await Registry.Get("/v2/")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Emulators_share_nothing()
    {
        await using var other = await AcrEmulator.StartInProcessAsync();
        await Arm.PutToken("builder");

        other.Tokens.ShouldBeEmpty();
        other.Requests.ShouldBeEmpty();
        other.AccessToken.ShouldNotBe(Emulator.AccessToken);
        other.CertificatePem.ShouldNotBe(Emulator.CertificatePem);
    }

    [Fact]
    public async Task Start_that_was_given_up_throws()
    {
        using var givenUp = new CancellationTokenSource();
        await givenUp.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => AcrEmulator.StartInProcessAsync(ct: givenUp.Token));
    }
}
