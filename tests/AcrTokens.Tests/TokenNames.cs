using FsCheck;
using FsCheck.Fluent;

namespace AcrTokens.Tests;

public sealed class TokenNames
{
    private static readonly DateTimeOffset Expiry = new(2026, 11, 21, 6, 30, 0, TimeSpan.Zero);

    [Fact]
    public void Carry_prefix_expiry_and_run()
    {
        var name = AcrTokenName.TryParse(AcrTokenName.Create("web-push", Expiry, "4711-2").ToString())!;

        name.Prefix.ShouldBe("web-push");
        name.ExpiresOn.ShouldBe(Expiry);
        name.RunId.ShouldBe("47112");
    }

    [Fact]
    public void Are_read_back_as_they_were_made_whatever_the_prefix_expiry_and_run() =>
        Prop.ForAll(
                Names().ToArbitrary(),
                made =>
                {
                    var read = AcrTokenName.TryParse(made.ToString());
                    return read == made && AcrNames.Token().IsMatch(made.ToString()) && char.IsAsciiLetter(made.ToString()[0]);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Of_two_agents_never_collide() =>
        Prop.ForAll(
                Names().ToArbitrary(),
                made =>
                {
                    var other = AcrTokenName.Create(made.Prefix, made.ExpiresOn, made.RunId);
                    return other.ToString() != made.ToString() && other.RunId == made.RunId;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Of_a_thousand_jobs_of_one_run_differ() =>
        Enumerable.Range(0, 1000).Select(_ => AcrTokenName.Create("acrt", Expiry, "1").ToString()).Distinct().Count().ShouldBe(1000);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ci")]
    [InlineData("acrt-20261121t063000z-4711")]
    [InlineData("acrt-20261321t063000z-4711-3k9x0m2q")]
    [InlineData("acrt-20261121t063000z-4711-3k9x0m2")]
    [InlineData("acrt-20261121t063000z-4711-3K9X0M2Q")]
    [InlineData("1crt-20261121t063000z-4711-3k9x0m2q")]
    [InlineData("acrt-20261121t063000z-4711-3k9x0m2q\n")]
    public void Of_others_are_not_read(string? name) => AcrTokenName.TryParse(name).ShouldBeNull();

    [Fact]
    public void For_a_run_have_defaults()
    {
        var name = AcrTokenName.TryParse(AcrTokenName.ForRun())!;

        name.Prefix.ShouldBe("acrt");
        name.ExpiresOn.ShouldBe(DateTimeOffset.UtcNow.AddMinutes(30), TimeSpan.FromMinutes(5));
        Should.Throw<ArgumentException>(() => AcrTokenName.ForRun("1st")).Message.ShouldContain("'1st' cannot begin a token's name");
    }

    private static Gen<AcrTokenName> Names() =>
        from first in Gen.Elements("aZ".ToCharArray())
        from rest in Gen.Elements("b7-".ToCharArray()).ListOf().Where(l => l.Count < 12)
        from seconds in Gen.Choose(0, int.MaxValue)
        from run in Gen.Elements("0aZ-_. ".ToCharArray()).ListOf()
        select AcrTokenName.Create($"{first}{string.Concat(rest)}", DateTimeOffset.UnixEpoch.AddSeconds(seconds), string.Concat(run));
}
