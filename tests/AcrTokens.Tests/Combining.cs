namespace AcrTokens.Tests;

public sealed class Combining
{
    private readonly AcrTokenGetSettings settings = new AcrTokenGetSettings().SetRegistryName("contoso");

    [Fact]
    public void Applies_steps_in_order() => settings.Apply(s => s.SetName("first"), s => s.SetName($"{s.Name}-second")).Name.ShouldBe("first-second");

    [Theory]
    [InlineData(true, "named")]
    [InlineData(false, null)]
    public void Applies_steps_where_a_condition_holds(bool condition, string? name)
    {
        settings.When(condition, s => s.SetName("named")).Name.ShouldBe(name);
        settings.When(s => condition && s.RegistryName == "contoso", s => s.SetName("named")).Name.ShouldBe(name);
    }

    [Fact]
    public void Makes_a_copy_for_each_value_or_step()
    {
        settings.CombineWith(["a", "b"], (s, name) => s.SetName(name)).Select(s => $"{s.RegistryName}/{s.Name}").ShouldBe(["contoso/a", "contoso/b"]);
        settings.CombineWith(s => s.SetName("a-token"), s => s.SetName("b-token")).Select(s => s.Name).ShouldBe(["a-token", "b-token"]);
        settings
            .CombineWith(["one", "two"], (s, registry) => s.SetRegistryName(registry))
            .CombineWith(["a", "b"], (s, name) => s.SetName(name))
            .Select(s => $"{s.RegistryName}/{s.Name}")
            .ShouldBe(["one/a", "one/b", "two/a", "two/b"]);
    }
}
