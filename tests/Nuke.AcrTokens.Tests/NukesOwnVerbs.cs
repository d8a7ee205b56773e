using AcrTokens;
using Nuke.Common.Utilities;

namespace Nuke.AcrTokens.Tests;

/// <summary>A script that imports NUKE's verbs for any object beside ours. Both compile, and do the same.</summary>
public sealed class NukesOwnVerbs
{
    private readonly AcrTokenGetSettings settings = new();

    [Fact]
    public void Stand_beside_ours()
    {
        settings.When(true, s => s.SetName("a-token")).Name.ShouldBe("a-token");
        settings.When(s => s.Name is null, s => s.SetName("a-token")).Name.ShouldBe("a-token");
        settings.Apply(s => s.SetName("a-token")).Name.ShouldBe("a-token");
        settings.Apply(s => s.SetName("another"), s => s.SetName("a-token")).Name.ShouldBe("a-token");
    }
}
