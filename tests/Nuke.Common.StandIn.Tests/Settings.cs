using Newtonsoft.Json;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.Docker;

namespace Nuke.Common.StandIn.Tests;

/// <summary>How values in settings survive changes: each change is a round trip through JSON.</summary>
public class Settings
{
    [Fact]
    public void Change_makes_a_copy()
    {
        var original = new Image().SetName("one");
        original.SetName("two").Name.ShouldBe("two");
        original.Name.ShouldBe("one");
        original.Modify().ShouldNotBeSameAs(original);
    }

    [Fact]
    public void Copy_is_of_the_type_that_the_caller_sees()
    {
        Image seenAsItsBase = new LabelledImage();
        seenAsItsBase.SetName("one").ShouldBeOfType<Image>();
        new LabelledImage().SetName("one").ShouldBeOfType<LabelledImage>();
        Should.Throw<Exception>(() => ((ToolOptions)new DockerPushSettings()).SetProcessToolPath("/tool"));
    }

    [Fact]
    public void Value_that_is_missing_or_removed_is_the_default()
    {
        new Image().Size.ShouldBeNull();
        new Image().SetSize(1).SetSize(null).Size.ShouldBeNull();
        new Image().SetName("one").ResetName().Name.ShouldBeNull();
    }

    [Fact]
    public void Text_that_looks_like_a_time_is_rewritten_by_the_next_change()
    {
        const string time = "2025-12-31T23:30:00+02:00";
        var image = new Image().SetName(time);
        image.Name.ShouldBe(time);
        image.SetSize(1).Name.ShouldNotBe(time);
    }

    [Fact]
    public void Time_keeps_its_instant_and_loses_its_offset()
    {
        var time = new DateTimeOffset(2025, 12, 31, 23, 30, 0, new TimeSpan(13, 45, 0));
        var changed = new Image().SetPushedOn(time).SetSize(1).PushedOn;
        changed.ShouldBe(time);
        changed!.Value.Offset.ShouldBe(TimeZoneInfo.Local.GetUtcOffset(time));
    }

    [Fact]
    public void Name_in_JSON_is_the_attributes() => JsonConvert.SerializeObject(new Image().SetSize(1)).ShouldBe("""{"size-in-bytes":1}""");

    [Fact]
    public void Secret_is_in_the_JSON_of_its_settings() =>
        JsonConvert
            .SerializeObject(new DockerLoginSettings().SetPassword("not-a-password-but-a-canary"))
            .ShouldContain("not-a-password-but-a-canary");

    [Fact]
    public void Dictionary_is_changed_by_its_keys()
    {
        var settings = new DockerPushSettings().ClearProcessEnvironmentVariables().AddProcessEnvironmentVariable("one", "1");
        settings.SetProcessEnvironmentVariable("one", 2).ProcessEnvironmentVariables.ShouldBe(new Dictionary<string, string> { ["one"] = "2" });
        settings.RemoveProcessEnvironmentVariable("one").ProcessEnvironmentVariables.ShouldBeEmpty();
        Should.Throw<ArgumentException>(() => settings.AddProcessEnvironmentVariable("one", "2"));
    }

    [Fact]
    public void Collection_is_changed_by_its_values()
    {
        var settings = new DockerPushSettings().AddProcessRedactedSecrets("one", "two").AddProcessRedactedSecrets(["three"]);
        settings.ProcessRedactedSecrets.ShouldBe(["one", "two", "three"]);
        settings.RemoveProcessRedactedSecrets("two").ProcessRedactedSecrets.ShouldBe(["one", "three"]);
        settings.ClearProcessRedactedSecrets().ProcessRedactedSecrets.ShouldBeEmpty();
        new DockerPushSettings().ProcessRedactedSecrets.ShouldBeNull();
    }

    [Fact]
    public void Tool_has_the_environment_of_the_build() =>
        new DockerPushSettings().ProcessEnvironmentVariables["PATH"].ShouldBe(Environment.GetEnvironmentVariable("PATH"));

    [Fact]
    public void Combinators_make_one_or_several()
    {
        var settings = new DockerPushSettings();
        settings.Apply(x => x.SetName("one")).Name.ShouldBe("one");
        settings.When(x => x.Name == null, x => x.SetName("one")).Name.ShouldBe("one");
        settings.When(x => x.Name != null, x => x.SetName("one")).Name.ShouldBeNull();
        settings.CombineWith(["one", "two"], (x, name) => x.SetName(name)).Select(x => x.Name).ShouldBe(["one", "two"]);
    }
}

internal class Image : Options
{
    public string? Name => Get<string?>(() => Name!);

    [JsonProperty("size-in-bytes")]
    public int? Size => Get<int?>(() => Size!);

    public DateTimeOffset? PushedOn => Get<DateTimeOffset?>(() => PushedOn!);
}

internal sealed class LabelledImage : Image;

internal static class ImageExtensions
{
    public static T SetName<T>(this T o, string v)
        where T : Image => o.Modify(b => b.Set(() => o.Name, v));

    public static T ResetName<T>(this T o)
        where T : Image => o.Modify(b => b.Remove(() => o.Name));

    public static T SetSize<T>(this T o, int? v)
        where T : Image => o.Modify(b => b.Set(() => o.Size, v!));

    public static T SetPushedOn<T>(this T o, DateTimeOffset? v)
        where T : Image => o.Modify(b => b.Set(() => o.PushedOn, v!));
}
