using System.Net;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

public class AdminCredentials : InProcess
{
    protected override AcrEmulatorOptions Options => base.Options with { AdminUserEnabled = true };

    [Fact]
    public async Task List_can_be_read_again_and_again()
    {
        var first = await Arm.Post("/listCredentials");

        first.Status.ShouldBe(HttpStatusCode.OK);
        ((string?)first.Json["username"]).ShouldBe("myregistry");
        (await Arm.Post("/listCredentials")).Text.ShouldBe(first.Text);
    }

    [Theory]
    [InlineData("password", 0)]
    [InlineData("Password", 0)]
    [InlineData("PASSWORD2", 1)]
    public async Task Regenerate_changes_the_named_password_and_returns_both(string name, int index)
    {
        var before = (await Arm.Post("/listCredentials")).Json["passwords"]!;
        var after = (await Arm.Post("/regenerateCredential", $$"""{"name":"{{name}}"}""")).Json["passwords"]!;

        ((string?)after[index]!["value"]).ShouldNotBe((string?)before[index]!["value"]);
        ((string?)after[1 - index]!["value"]).ShouldBe((string?)before[1 - index]!["value"]);
    }

    [Theory]
    [InlineData("""{"name":"password3"}""")]
    [InlineData("{}")]
    public async Task Unknown_name_is_refused(string body) =>
        (await Arm.Post("/regenerateCredential", body)).Status.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task Admin_logs_in_with_either_password_and_may_do_anything()
    {
        foreach (var password in (await Arm.Post("/listCredentials")).Json["passwords"]!.AsArray())
        {
            var bearer = await Registry.Bearer("myregistry", (string)password!["value"]!, "repository:dotnet/runtime:pull", "registry:catalog:*");

            (await Registry.Get("/v2/_catalog", bearer)).Text.ShouldBe("""{"repositories":["dotnet/runtime"]}""" + "\n");
        }
    }

    [Fact]
    public async Task Old_password_no_longer_logs_in()
    {
        var old = (string)(await Arm.Post("/listCredentials")).Json["passwords"]![0]!["value"]!;
        await Arm.Post("/regenerateCredential", """{"name":"password"}""");

        (await Registry.LogIn("myregistry", old)).Text.ShouldContain("authentication required");
    }

    [Fact]
    public async Task Disabled_admin_neither_logs_in_nor_has_credentials()
    {
        await using var emulator = await AcrEmulator.StartInProcessAsync();
        using var client = new HttpClient(emulator.CreateHandler());
        var arm = new Arm(emulator, client);

        var list = await arm.Post("/listCredentials");
        var regenerate = await arm.Post("/regenerateCredential", """{"name":"password"}""");
        var login = await new RegistryClient(emulator, client).LogIn("myregistry", "wrong");

        list.ErrorCode.ShouldBe("UnAuthorizedForCredentialOperations");
        regenerate.Status.ShouldBe(HttpStatusCode.BadRequest);
        login.Text.ShouldContain("Application not registered with AAD.");
    }
}
