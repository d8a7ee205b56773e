namespace AcrTokens.Tests;

/// <summary>The rights that a role's actions cover.</summary>
public sealed class PermissionSets
{
    private const string Write = "Microsoft.ContainerRegistry/registries/tokens/write";

    [Theory]
    [InlineData("*")]
    [InlineData("*/write")]
    [InlineData("Microsoft.ContainerRegistry/*")]
    [InlineData("Microsoft.ContainerRegistry/registries/*")]
    [InlineData("Microsoft.ContainerRegistry/*/write")]
    [InlineData("Microsoft.ContainerRegistry/registries/tokens/*")]
    [InlineData("Microsoft.ContainerRegistry/registries/tokens/write")]
    [InlineData("MICROSOFT.CONTAINERREGISTRY/REGISTRIES/TOKENS/WRITE")]
    [InlineData("microsoft.containerregistry/registries/*/WRITE")]
    public void Permit_what_they_cover_whatever_its_case(string action)
    {
        new AcrPermissionSet([action], []).Permits(Write).ShouldBeTrue();
        new AcrPermissionSet(["Microsoft.Storage/*", action], []).Permits(Write).ShouldBeTrue();
        new AcrPermissionSet(["*"], [action]).Permits(Write).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("*/read")]
    [InlineData("Microsoft.ContainerRegistry")]
    [InlineData("Microsoft.ContainerRegistry/registries")]
    [InlineData("Microsoft.ContainerRegistry/registries/write")]
    [InlineData("Microsoft.ContainerRegistry/registries/tokens/writ")]
    [InlineData("Microsoft.ContainerRegistry/registries/tokens/write/all")]
    [InlineData("MicrosoftXContainerRegistry/registries/tokens/write")]
    [InlineData("registries/tokens/write")]
    public void Do_not_permit_what_is_merely_alike(string action)
    {
        new AcrPermissionSet([action], []).Permits(Write).ShouldBeFalse();
        new AcrPermissionSet(["*"], [action]).Permits(Write).ShouldBeTrue();
    }

    [Fact]
    public void Without_actions_permit_nothing() => new AcrPermissionSet([], []).Permits(Write).ShouldBeFalse();
}
