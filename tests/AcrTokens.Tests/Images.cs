namespace AcrTokens.Tests;

public sealed class Images
{
    [Theory]
    [InlineData("hello", "hello")]
    [InlineData("samples/app:1.2", "samples/app")]
    [InlineData("contoso.azurecr.io/samples/app:1.2", "samples/app")]
    [InlineData("localhost:5000/samples/app", "samples/app")]
    [InlineData("localhost/samples/app", "samples/app")]
    [InlineData("docker://contoso.azurecr.io/samples/app:1.2", "samples/app")]
    [InlineData("MyRegistry/samples/app:1.2", "samples/app")]
    [InlineData("contoso.azurecr.io/samples/app@sha256:0123", "samples/app")]
    [InlineData("contoso.azurecr.io/samples/app:1.2@sha256:0123", "samples/app")]
    public void Stand_for_their_repository(string image, string repository) =>
        new AcrTokenMintSettings()
            .AddImage(image)
            .Repositories.Select(r => (r.Repository, r.Permission))
            .ShouldBe([(repository, AcrPermission.Push)]);

    [Fact]
    public void Can_be_pulled_alone() =>
        new AcrTokenMintSettings()
            .AddImage("samples/app", AcrPermission.Pull)
            .Repositories.ShouldBe([new AcrRepositoryScope("samples/app", AcrPermission.Pull)]);
}
