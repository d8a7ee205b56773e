using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.StandIn.Tests;

/// <summary>Utilities that can be tested without a build.</summary>
public class Utilities
{
    private static readonly string s_root = Path.GetPathRoot(Environment.CurrentDirectory)!;

    [Fact]
    public void Assert_fails_with_the_message_or_names_the_expression()
    {
        string? missing = null;
        Should.Throw<Exception>(() => Assert.Fail("no", new FormatException())).InnerException.ShouldBeOfType<FormatException>();
        Should
            .Throw<ArgumentException>(() => Assert.True(missing != null))
            .Message.ShouldBe("Expected condition to be true (Parameter 'missing != null')");
        Should
            .Throw<ArgumentException>(() => Assert.False(missing == null))
            .Message.ShouldBe("Expected condition to be false (Parameter 'missing == null')");
        Should.Throw<ArgumentException>(() => Assert.True(missing != null, "no")).Message.ShouldBe("no");
        Should.Throw<ArgumentException>(() => missing.NotNull()).Message.ShouldStartWith("Expected object of type 'System.String' to be not null");
    }

    [Fact]
    public void Assert_passes_what_holds()
    {
        Assert.True(s_root.Length > 0);
        Assert.False(s_root.Length == 0);
        s_root.NotNull().ShouldBeSameAs(s_root);
    }

    [Fact]
    public void Path_is_joined_and_normalised()
    {
        var path = (AbsolutePath)s_root / "images" / "../feeds/";
        path.ToString().ShouldBe(Path.Combine(s_root, "feeds"));
        Should.Throw<ArgumentException>(() => path / s_root).Message.ShouldBe("Second path must not be rooted");
    }

    [Fact]
    public void Path_converts_from_and_to_text()
    {
        AbsolutePath path = Path.Combine(s_root, "images");
        string text = path;
        text.ShouldBe(Path.Combine(s_root, "images"));
        ((AbsolutePath?)(string?)null).ShouldBeNull();
        ((string?)(AbsolutePath?)null).ShouldBeNull();
        Should.Throw<Exception>(() => (AbsolutePath)"images").Message.ShouldContain("must be rooted");
    }

    [Fact]
    public void Paths_are_equal_by_value()
    {
        var (one, other) = ((AbsolutePath)s_root / "images", (AbsolutePath)s_root / "images");
        (one == other).ShouldBeTrue();
        (one != other / "more").ShouldBeTrue();
        one.GetHashCode().ShouldBe(other.GetHashCode());
    }

    [Fact]
    public void Configurator_is_invoked_or_stands_for_nothing()
    {
        Configure<string> configurator = x => x + "!";
        configurator.InvokeSafe("a").ShouldBe("a!");
        ((Configure<string>?)null).InvokeSafe("a").ShouldBe("a");
    }

    [Fact]
    public void Combinatorial_configurator_makes_several_of_one()
    {
        CombinatorialConfigure<object> configurator = x => [x, x];
        configurator(new object()).Count().ShouldBe(2);
    }

    [Fact]
    public void Objects_are_transformed_in_a_chain()
    {
        "a".Apply(x => x.Length).ShouldBe(1);
        "a".When(condition: true, x => x + "!").ShouldBe("a!");
        "a".When(condition: false, x => x + "!").ShouldBe("a");
    }

    [Fact]
    public void Pairs_are_added_as_text() =>
        new Dictionary<string, string>()
            .AddPair("Token", "build-42")
            .AddPair("Uses", 2)
            .ShouldBe(new Dictionary<string, string> { ["Token"] = "build-42", ["Uses"] = "2" }, ignoreOrder: true);
}
