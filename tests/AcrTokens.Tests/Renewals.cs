using System.Text;
using System.Text.Json.Nodes;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace AcrTokens.Tests;

public sealed class Renewals
{
    private static readonly DateTimeOffset Minted = new(2026, 11, 21, 6, 0, 0, TimeSpan.Zero);

    private readonly SkippingClock clock = new();
    private readonly AcrExecutor executor = Substitutes.Executor();
    private readonly ListLogger log = new();
    private readonly AcrClient client;

    public Renewals() => client = new AcrClient(executor, new AcrClientOptions { TimeProvider = clock, Logger = log });

    [Fact]
    public async Task Generate_the_other_password_with_one_request_each()
    {
        await using var emulated = await Emulated.StartAsync();
        await using var lease = await emulated.Client.MintTokenAsync(emulated.Mint);
        var first = lease.Password;
        emulated.Wire.Sent.Clear();

        emulated.Clock.Advance(TimeSpan.FromMinutes(20));
        await lease.RenewAsync();
        var second = lease.Password;
        emulated.Clock.Advance(TimeSpan.FromMinutes(20));
        await lease.RenewAsync();

        emulated.Wire.Requests.ShouldAllBe(request => request.StartsWith("POST ", StringComparison.Ordinal));
        emulated.Wire.Requests.Count().ShouldBe(2);
        new[] { first, second, lease.Password }.Select(password => password.Fingerprint).Distinct().Count().ShouldBe(3);
        lease.ExpiresOn.ShouldBe(Minted.AddMinutes(70));
        (await lease.CanLogInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Leave_the_password_before_for_pushes_under_way()
    {
        await using var emulated = await Emulated.StartAsync();
        await using var lease = await emulated.Client.MintTokenAsync(emulated.Mint);
        var host = await lease.GetLoginServerAsync();
        var before = lease.Password.Value;

        await lease.RenewAsync();

        (await AcceptsBeforeAsync()).ShouldBeTrue();
        (await lease.CanLogInAsync()).ShouldBeTrue();
        await lease.RevokeAsync();
        (await AcceptsBeforeAsync()).ShouldBeFalse();
        (await lease.CanLogInAsync()).ShouldBeFalse();

        Task<bool> AcceptsBeforeAsync() => emulated.Client.TokenServer.AcceptsAsync(host, lease.Name, before, CancellationToken.None);
    }

    [Fact]
    public async Task Rewrite_the_docker_configuration_and_what_tools_added_to_it()
    {
        await using var lease = await client.MintTokenAsync(Substitutes.Mint);
        var config = await lease.GetDockerConfigAsync();
        var json = JsonNode.Parse(await File.ReadAllTextAsync(config.ConfigFile))!;
        json["auths"]!["https://contoso-0a1b.azurecr.io/v2/"] = new JsonObject { ["auth"] = Login("acrt-old", "not-one-either") };
        json["auths"]!["other.example.com"] = new JsonObject { ["auth"] = Login("someone", "not-one-either") };
        await File.WriteAllTextAsync(config.ConfigFile, json.ToJsonString());
        executor.AnswerWith("not-a-password-but-renewed");

        await lease.RenewAsync();

        var auths = JsonNode.Parse(await File.ReadAllTextAsync(config.ConfigFile))!["auths"]!.AsObject();
        auths
            .ToDictionary(auth => auth.Key, auth => (string)auth.Value!["auth"]!)
            .ShouldBe(
                new Dictionary<string, string>
                {
                    ["contoso-0a1b.azurecr.io"] = Login(lease.Name, "not-a-password-but-renewed"),
                    ["https://contoso-0a1b.azurecr.io/v2/"] = Login(lease.Name, "not-a-password-but-renewed"),
                    ["other.example.com"] = Login("someone", "not-one-either"),
                },
                ignoreOrder: true
            );
        (await lease.GetDockerConfigAsync()).ShouldBe(config);
        Directory.GetFiles(config.Directory, "config.json*").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Are_shared_by_concurrent_callers()
    {
        await using var lease = await client.MintTokenAsync(Substitutes.Mint);
        var answer = new TaskCompletionSource<AcrTokenCredentials>(TaskCreationOptions.RunContinuationsAsynchronously);
        executor.GenerateCredentialsAsync(null!, null, null, default).ReturnsForAnyArgs(answer.Task);

        var renewals = Enumerable.Range(0, 4).Select(_ => lease.RenewAsync()).ToList();
        answer.SetResult(Credentials("not-a-password-but-renewed", AcrTokenPasswordName.Password2, lease.ExpiresOn));
        await Task.WhenAll(renewals);

        executor.CallNames().Count(name => name == nameof(AcrExecutor.GenerateCredentialsAsync)).ShouldBe(2);
    }

    [Fact]
    public async Task Mask_the_new_password()
    {
        await using var lease = await client.MintTokenAsync(Substitutes.Mint);
        executor.AnswerWith("not-a-password-but-masked");

        await lease.RenewAsync();

        AcrRedaction.Redact("it is not-a-password-but-masked").ShouldNotContain("masked");
    }

    [Fact]
    public async Task Are_refused_once_the_lease_has_ended_or_left()
    {
        var revoked = await client.MintTokenAsync(Substitutes.Mint);
        await revoked.RevokeAsync();
        var detached = await client.MintTokenAsync(Substitutes.Mint);
        detached.Detach();

        Should.Throw<InvalidOperationException>(() => revoked.RenewAsync());
        Should.Throw<InvalidOperationException>(() => detached.RenewAsync()).Message.ShouldContain("is detached");
    }

    [Fact]
    public async Task Change_nothing_when_they_fail()
    {
        await using var lease = await client.MintTokenAsync(Substitutes.Mint);
        executor.GenerateCredentialsAsync(null!, null, null, default).ThrowsAsyncForAnyArgs(new AcrException("No.") { Status = 403 });

        (await Should.ThrowAsync<AcrException>(lease.RenewAsync())).Message.ShouldBe("No.");

        lease.Password.ShouldReveal(Substitutes.Password);
        lease.ExpiresOn.ShouldBe(Minted.AddMinutes(30));
    }

    [Fact]
    public async Task Whose_answer_is_lost_may_have_made_the_token_last_longer()
    {
        var lease = await client.MintTokenAsync(Substitutes.Mint);
        clock.Advance(TimeSpan.FromMinutes(20));
        executor.GenerateCredentialsAsync(null!, null, null, default).ThrowsAsyncForAnyArgs(new AcrException("Lost.") { Status = 0 });
        await Should.ThrowAsync<AcrException>(lease.RenewAsync());
        clock.Advance(TimeSpan.FromMinutes(15)); // the first password has expired, but not the one that may have been generated
        executor.RefuseToEnd(new AcrException("No.") { Status = 403 });

        var failure = await Should.ThrowAsync<AcrException>(lease.RevokeAsync());

        failure.Message.ShouldContain("is good until 2026-11-21 06:50:00Z");
    }

    [Theory]
    [InlineData(null, "has no expiry")]
    [InlineData(90, "longer than 00:30:00 as asked")]
    public async Task Do_not_take_a_password_that_lasts_longer_than_asked(int? minutes, string why)
    {
        await using var lease = await client.MintTokenAsync(Substitutes.Mint);
        executor
            .GenerateCredentialsAsync(null!, null, null, default)
            .ReturnsForAnyArgs(
                Credentials("not-a-password-but-endless", AcrTokenPasswordName.Password2, minutes is { } m ? Minted.AddMinutes(m) : null)
            );

        (await Should.ThrowAsync<AcrException>(lease.RenewAsync())).Message.ShouldContain(why);

        lease.Password.ShouldReveal(Substitutes.Password);
    }

    [Fact]
    public async Task Come_in_time_and_end_with_the_maximum()
    {
        clock.LongestWait = TimeSpan.FromMinutes(25);
        var until = new List<DateTimeOffset>();
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        AcrTokenLease? lease = null;
        executor
            .GenerateCredentialsAsync(null!, null, null, default)
            .ReturnsForAnyArgs(call =>
            {
                until.Add(call.Arg<DateTimeOffset?>()!.Value);
                if (until.Count == 4)
                    done.SetResult();
                return Credentials(Substitutes.Password, call.Arg<AcrTokenPasswordName?>()!.Value, until[^1]);
            });

        lease = await client.MintTokenAsync(Substitutes.Mint.EnableAutoRenew(TimeSpan.FromMinutes(80)));
        await done.Task;

        // Each at three quarters of a lifetime; the last is cut to the maximum.
        until.ShouldBe([Minted.AddMinutes(30), Minted.AddMinutes(52.5), Minted.AddMinutes(75), Minted.AddMinutes(80)]);
        await lease.RevokeAsync();
    }

    [Fact]
    public async Task Are_tried_again_in_the_last_quarter_and_then_said_to_be_over()
    {
        clock.LongestWait = TimeSpan.FromMinutes(25);
        await using var lease = await client.MintTokenAsync(Substitutes.Mint);
        executor.GenerateCredentialsAsync(null!, null, null, default).ThrowsAsyncForAnyArgs(new AcrException("Busy.") { Status = 503 });

        await RunAsync(lease, new TaskCompletionSource().Task);

        log.Lines.Count(line => line == $"Warning: Token {lease.Name} was not renewed yet. Busy.").ShouldBe(3);
        log.Lines[^1].ShouldBe($"Error: Token {lease.Name} is good until 2026-11-21 06:30:00Z only. Busy.");
    }

    [Fact]
    public async Task Stop_when_the_lease_ends()
    {
        var lease = await client.MintTokenAsync(Substitutes.Mint);
        var over = new TaskCompletionSource();
        var renewal = RunAsync(lease, over.Task);

        over.SetResult();
        await renewal;

        executor.CallNames().Count(name => name == nameof(AcrExecutor.GenerateCredentialsAsync)).ShouldBe(1);
        await lease.RevokeAsync();
    }

    [Fact]
    public async Task Are_none_in_a_rehearsal()
    {
        await using var lease = await client.MintTokenAsync(Substitutes.Mint.EnableAutoRenew(TimeSpan.FromHours(2)).EnableWhatIf());

        await lease.RenewAsync();

        executor.CallNames().ShouldBeEmpty();
    }

    [Fact]
    public async Task With_a_wrong_maximum_are_refused_before_anything_is_sent()
    {
        var failure = await Should.ThrowAsync<AcrException>(() =>
            client.MintTokenAsync(Substitutes.Mint.SetMaximumLifetime(TimeSpan.FromMinutes(20)).EnableAutoRenew(TimeSpan.FromMinutes(25)))
        );

        failure.Message.ShouldContain("renewals up to 00:25:00 after the mint are none, since the lifetime is 00:30:00");
        failure.Message.ShouldContain("renewals up to 00:25:00 after the mint are longer than 00:20:00");
        executor.CallNames().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(100, 300)]
    [InlineData(2_000, 5_000)]
    public async Task Come_in_time_where_that_is_longer_than_a_timer_takes(int days, int maximum)
    {
        clock.LongestWait = TimeSpan.FromDays(60);
        var renewed = new TaskCompletionSource<DateTimeOffset?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var settings = Substitutes.Mint.SetLifetime(TimeSpan.FromDays(days)).SetMaximumLifetime(TimeSpan.FromDays(maximum));
        executor
            .When(e =>
                e.GenerateCredentialsAsync(
                    Arg.Any<Azure.Core.ResourceIdentifier>(),
                    AcrTokenPasswordName.Password2,
                    Arg.Any<DateTimeOffset?>(),
                    default
                )
            )
            .Do(call => renewed.TrySetResult(call.Arg<DateTimeOffset?>()));

        await using var lease = await client.MintTokenAsync(settings.EnableAutoRenew(TimeSpan.FromDays(maximum)));

        var until = await renewed.Task.WaitAsync(TimeSpan.FromSeconds(20));
        until.ShouldBe(Minted.AddDays(days * 0.75) + settings.Lifetime);
    }

    [Fact]
    public async Task Longer_than_the_calendar_are_refused_before_anything_is_sent()
    {
        var failure = await Should.ThrowAsync<AcrException>(() =>
            client.MintTokenAsync(Substitutes.Mint.SetMaximumLifetime(TimeSpan.MaxValue).EnableAutoRenew(TimeSpan.MaxValue))
        );

        failure.Message.ShouldContain($"the renewals' maximum {TimeSpan.MaxValue} is more than the calendar holds");
        executor.CallNames().ShouldBeEmpty();
    }

    [Fact]
    public async Task Keep_a_token_from_the_sweep_after_its_name_is_over()
    {
        await using var emulated = await Emulated.StartAsync();
        await using var lease = await emulated.Client.MintTokenAsync(emulated.Mint);
        emulated.Clock.Advance(TimeSpan.FromMinutes(29));
        await lease.RenewAsync();
        var sweep = emulated.Of(new AcrTokenSweepSettings());

        emulated.Clock.Advance(TimeSpan.FromMinutes(20));
        (await emulated.Client.SweepTokensAsync(sweep)).Deleted.ShouldBe(0);

        emulated.Clock.Advance(TimeSpan.FromMinutes(30));
        (await emulated.Client.SweepTokensAsync(sweep)).Deleted.ShouldBe(1);
    }

    private Task RunAsync(AcrTokenLease lease, Task over) =>
        new AutoRenewal(client, lease.Name, TimeSpan.FromMinutes(30), Minted.AddHours(2)).RunAsync(
            () => lease.ExpiresOn,
            () => lease.RenewAsync(),
            over
        );

    private static string Login(string user, string password) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));

    private static AcrTokenCredentials Credentials(string password, AcrTokenPasswordName name, DateTimeOffset? expiresOn) =>
        new()
        {
            Username = "acrt",
            Passwords =
            [
                new AcrTokenPassword
                {
                    Name = name,
                    ExpiresOn = expiresOn,
                    Value = new AcrSecret(password),
                },
            ],
        };
}
