using Nuke.Common;

namespace Nuke.AcrTokens.Tests;

/// <summary>Which values of a build's parameters are secrets, and which are defaults.</summary>
public sealed class Parameters
{
    [Fact]
    public void Are_secrets_wherever_they_are_declared() =>
        BuildParameters
            .SecretsOf(new Derived())
            .ShouldBe(["derived-key", "one-key", "other-key", "property-key", "component-key"], ignoreOrder: true);

    [Fact]
    public void Have_defaults_but_for_those_that_are_worked_out_at_each_read() =>
        BuildParameters.DefaultsOf(new Derived()).ShouldBe(["derived-key", "one-key", "other-key", "property-key", "contoso"], ignoreOrder: true);

    [Fact]
    public void Of_no_build_are_none()
    {
        BuildParameters.SecretsOf(null).ShouldBeEmpty();
        BuildParameters.DefaultsOf(null).ShouldBeEmpty();
    }

#pragma warning disable CA1823, CS0414 // the fields are read as NUKE reads them
    private interface IComponent : INukeBuild
    {
        [Parameter]
        [Secret]
        string ComponentKey => "component-key";

        [Parameter]
        [Secret]
        string Broken => throw new InvalidOperationException("the component's own trouble");
    }

    private abstract class Base : NukeBuild
    {
        [Parameter]
        [Secret]
        private readonly string[] keys = ["one-key", "other-key"];

        [Parameter]
        [Secret]
        private string Property { get; } = "property-key";

        [Parameter]
        private readonly string registry = "contoso";
    }

    private sealed class Derived : Base, IComponent
    {
        [Parameter]
        [Secret]
        private readonly string key = "derived-key";

        [Parameter]
        [Secret]
        private readonly string? none = null;

        [Parameter]
        [Secret]
        private readonly int number = 1;
    }
}
