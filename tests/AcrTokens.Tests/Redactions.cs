using System.Text;

namespace AcrTokens.Tests;

public sealed class Redactions
{
    [Fact]
    public void Take_every_form_of_a_known_secret_out_of_a_text()
    {
        var secret = Make();
        AcrRedaction.Add("a-token", secret).ShouldNotBeEmpty();

        var text = string.Join(
            '|',
            "before",
            secret.Value,
            Uri.EscapeDataString(secret.Value),
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"a-token:{secret.Value}")),
            "after"
        );

        AcrRedaction.Redact(text).ShouldBe("before|[REDACTED]|[REDACTED]|[REDACTED]|after");
    }

    [Fact]
    public void Leave_no_rest_of_a_secret_that_another_one_begins_or_overlaps()
    {
        var id = Guid.NewGuid().ToString("N");
        foreach (var secret in new[] { $"{id}-one", $"{id}-one-and-more", $"more-{id}" })
            AcrRedaction.Add(secret);

        AcrRedaction.Redact($"a {id}-one-and-more-{id} b {id}-one c").ShouldBe("a [REDACTED] b [REDACTED] c");
        AcrRedaction.Redact($"{id}-one{id}-one").ShouldBe("[REDACTED][REDACTED]", "two of them");
    }

    [Fact]
    public void Leave_no_rest_of_one_that_overlaps_itself()
    {
        var id = Guid.NewGuid().ToString("N");
        AcrRedaction.Add($"{id}--{id}");

        AcrRedaction.Redact($"{id}--{id}--{id}.").ShouldBe("[REDACTED].");
    }

    [Fact]
    public void Hide_one_that_is_written_like_what_stands_for_secrets()
    {
        AcrRedaction.Add("REDACTED");
        AcrRedaction.Add($"{Make().Value}");

        AcrRedaction.Redact("a REDACTED text").ShouldBe("a [REDACTED] text");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"auths\":")]
    [InlineData("{\"auths\": ")]
    public void Know_a_secret_in_the_base64_of_what_it_stands_in(string before)
    {
        var secret = Make();
        AcrRedaction.Add("a-token", secret);
        var login = Convert.ToBase64String(Encoding.UTF8.GetBytes($"a-token:{secret.Value}"));

        foreach (var text in new[] { secret.Value, login })
        {
            var redacted = AcrRedaction.Redact(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{before}{text}\"}}\n")));

            redacted.Length.ShouldBeLessThan(before.Length * 2 + 25);
            redacted.Split("[REDACTED]").Length.ShouldBe(2, redacted);
        }
    }

    [Fact]
    public void Know_a_whole_docker_configuration_also_as_base64()
    {
        using var config = AcrDockerConfig.Create(new(["contoso.azurecr.io"], "a-token", Make()));
        var bytes = File.ReadAllBytes(config.ConfigFile);

        AcrRedaction.Redact(Convert.ToBase64String(bytes)).ShouldBe("[REDACTED]");
        AcrRedaction.Redact($".dockerconfigjson: {Convert.ToBase64String(bytes).TrimEnd('=')}").ShouldBe(".dockerconfigjson: [REDACTED]");
    }

    [Fact]
    public void Leave_any_other_text_as_it_is()
    {
        const string text = "nothing to hide";

        AcrRedaction.Redact(text).ShouldBeSameAs(text);
    }

    [Fact]
    public void Learn_a_secret_once()
    {
        var secret = Make();
        AcrRedaction.Add("a-token", secret);

        AcrRedaction.Add("a-token", new AcrSecret(secret.Value)).ShouldBeEmpty();
        AcrRedaction.Add("another-token", secret).ShouldNotBeEmpty("its base64 is another");
    }

    [Fact]
    public void Know_a_secret_of_the_builds_own()
    {
        var key = $"not+a/key={Guid.NewGuid():N}";
        AcrRedaction.Redact(key).ShouldBe(key);

        AcrRedaction.Add(key);

        AcrRedaction.Redact($"{key}, {Convert.ToBase64String(Encoding.UTF8.GetBytes($":{key}"))}").ShouldBe("[REDACTED], [REDACTED]");
    }

    [Theory]
    [InlineData("")]
    [InlineData("admin")]
    public void Leave_short_ones_alone(string secret)
    {
        AcrRedaction.Add(secret);

        AcrRedaction.Redact($"the administrator's {secret}").ShouldBe($"the administrator's {secret}");
    }

    [Fact]
    public async Task Know_what_tasks_were_given()
    {
        await using var emulated = await Emulated.StartAsync(o => o with { AdminUserEnabled = true });
        await using var lease = await emulated.Client.MintTokenAsync(emulated.Mint);
        var generated = await emulated.Client.GenerateTokenCredentialAsync(emulated.Of(new AcrTokenCredentialGenerateSettings()).SetName(lease.Name));
        var admin = await emulated.Client.GetAdminCredentialAsync(emulated.Of(new AcrCredentialGetSettings()));
        var regenerated = await emulated.Client.RegenerateAdminCredentialAsync(
            emulated.Of(new AcrCredentialRegenerateSettings()).SetPasswordName(AcrAdminPasswordName.Password)
        );

        AcrSecret?[] secrets =
        [
            lease.Password,
            .. generated.Passwords.Select(p => p.Value),
            admin.Password,
            admin.Password2,
            regenerated.Password,
            regenerated.Password2,
        ];

        secrets.OfType<AcrSecret>().Count().ShouldBe(7);
        secrets.ShouldAllBe(s => AcrRedaction.Redact(s!.Value) == "[REDACTED]");
    }

    private static AcrSecret Make() => new($"not+a/secret={Guid.NewGuid():N}");
}
