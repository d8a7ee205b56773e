using Azure;
using Azure.Core;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace AcrTokens.Tests;

/// <summary>Which tokens a sweep deletes, how, and its log.</summary>
public sealed class Sweeps
{
    private const string Over = SweptRegistry.Over;

    private static readonly DateTimeOffset Expiry = new(2026, 11, 21, 5, 44, 59, TimeSpan.Zero);

    private readonly SweptRegistry registry = new();

    private AcrExecutor Executor => registry.Executor;

    [Fact]
    public async Task Delete_a_token_that_is_over_without_disabling_it_first()
    {
        registry.Tokens.Add(SweptRegistry.Token(Over, Expiry));

        var report = await registry.SweepAsync();

        report.ShouldBe(
            new AcrSweepReport
            {
                Listed = 1,
                Selected = 1,
                Deleted = 1,
                Failed = 0,
                ScopeMapsDeleted = 0,
                Stopped = false,
            }
        );
        Executor.CallNames().ShouldBe(["GetRegistryAsync", "ListTokensAsync", "DeleteTokenAsync", "ListScopeMapsAsync"]);
        await Executor
            .Received(1)
            .DeleteTokenAsync(AcrResourceIds.Token(Substitutes.Registry, Over), WaitUntil.Completed, Arg.Any<CancellationToken>());
        registry
            .Log.Lines[^1]
            .ShouldBe("Information: Swept registry contoso: looked at 1 tokens, deleted 1 of 1 that are over, and 0 scope maps that nobody uses");
    }

    [Fact]
    public async Task Report_their_progress_at_each_token_and_at_the_end()
    {
        registry.Tokens.Add(SweptRegistry.Token(Over, Expiry));
        registry.Tokens.Add(SweptRegistry.Token("production", Expiry));
        var progress = new Reports();

        var report = await registry.SweepAsync(s => s.SetProgress(progress));

        progress.Select(p => p.Listed).ShouldBe([1, 2, 2]);
        progress[^1].ShouldBe(report);
        report.Deleted.ShouldBe(1);
    }

    [Theory]
    [InlineData("acrt")]
    [InlineData("acrt-20261121t054459z-4711")]
    [InlineData("acrt-20261121t054459z-3k9x0m2q")]
    [InlineData("acrt-20261121t054459z-4711-3k9x0m2")]
    [InlineData("acrt-20261121t054459z-4711-3k9x0m2qq")]
    [InlineData("acrt-20261121t054459z-4711-3K9X0M2Q")]
    [InlineData("acrt-20261121t054459z-123456789012-3k9x0m2q")]
    [InlineData("acrt-20261121-4711-3k9x0m2q")]
    [InlineData("acrt-20261121T054459Z-4711-3k9x0m2q")]
    [InlineData("acrt-20261321t054459z-4711-3k9x0m2q")]
    [InlineData("acrt-20261121t254459z-4711-3k9x0m2q")]
    [InlineData("acrt20261121t054459z-4711-3k9x0m2q")]
    [InlineData("my-acrt-20261121t054459z-4711-3k9x0m2q")]
    [InlineData("acrt-x-20261121t054459z-4711-3k9x0m2q")]
    [InlineData("ACRT-20261121t054459z-4711-3k9x0m2q")]
    [InlineData("acrs-20261121t054459z-4711-3k9x0m2q")]
    [InlineData("a-20261121t054459z-4711-3k9x0m2q")]
    [InlineData("-acrt-20261121t054459z-4711-3k9x0m2q")]
    [InlineData("acrt-20261121t054459z-4711-3k9x0m2q-old")]
    [InlineData("acrt-00000000t000000z-4711-3k9x0m2q")]
    [InlineData("acrt-99991231t235959z-4711-3k9x0m2q")]
    [InlineData("production")]
    public Task Never_touch_somebody_elses_token_however_alike_its_name(string name) => ShouldBeLeftAlone(SweptRegistry.Token(name));

    [Fact]
    public async Task Take_the_tokens_of_the_prefix_that_is_named_and_no_others()
    {
        const string Other = "ci-20261121t054459z-4711-3k9x0m2q";
        registry.Tokens.AddRange([SweptRegistry.Token(Over), SweptRegistry.Token(Other)]);

        await registry.SweepAsync(s => s.SetNamePrefix("ci"));

        registry.Left.ShouldBe([Over]);
    }

    [Theory]
    [InlineData("acrt-20261121t054459z-4711-3k9x0m2q", 15, true)]
    [InlineData("acrt-20261121t054500z-4711-3k9x0m2q", 15, false)]
    [InlineData("acrt-20261121t063000z-4711-3k9x0m2q", 15, false)]
    [InlineData("acrt-20261121t055959z-4711-3k9x0m2q", 0, true)]
    [InlineData("acrt-20261121t060000z-4711-3k9x0m2q", 0, false)]
    [InlineData("acrt-20261121t054459z-4711-3k9x0m2q", 60, false)]
    public async Task Wait_until_the_expiry_is_past_by_more_than_the_clock_skew(string name, int minutes, bool isOver)
    {
        registry.Tokens.Add(SweptRegistry.Token(name));

        var report = await registry.SweepAsync(s => s.SetClockSkew(TimeSpan.FromMinutes(minutes)));

        report.Deleted.ShouldBe(isOver ? 1 : 0);
    }

    [Fact]
    public async Task Take_a_clock_skew_of_any_length()
    {
        registry.Tokens.Add(SweptRegistry.Token(Over));

        (await registry.SweepAsync(s => s.SetClockSkew(TimeSpan.MaxValue))).Selected.ShouldBe(0);
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(7, false)]
    public async Task Go_by_the_services_clock(int hour, bool isLeft)
    {
        registry.Now = SweptRegistry.SixOClock.AddHours(hour - 6);
        registry.Tokens.Add(SweptRegistry.Token("acrt-20261121t053000z-4711-3k9x0m2q"));

        await registry.SweepAsync();

        (registry.Tokens.Count > 0).ShouldBe(isLeft, "the local clock says six");
    }

    [Fact]
    public async Task Go_by_the_local_clock_where_the_service_does_not_tell_its_own()
    {
        registry.Now = null;
        registry.Tokens.AddRange([SweptRegistry.Token(Over), SweptRegistry.Token("acrt-20261121t055900z-4711-3k9x0m2q")]);

        await registry.SweepAsync();

        registry.Left.ShouldBe(["acrt-20261121t055900z-4711-3k9x0m2q"]);
    }

    [Fact]
    public async Task Leave_a_token_alone_whose_password_is_good_still_whatever_its_name_says()
    {
        await ShouldBeLeftAlone(SweptRegistry.Token(Over, SweptRegistry.SixOClock));
        await ShouldBeLeftAlone(SweptRegistry.Token(Over, Expiry, SweptRegistry.SixOClock.AddSeconds(1)));
    }

    [Fact]
    public async Task Take_a_token_whose_password_lived_longer_than_its_name_says_and_is_over()
    {
        registry.Tokens.Add(SweptRegistry.Token(Over, SweptRegistry.SixOClock.AddSeconds(-1)));

        (await registry.SweepAsync()).Deleted.ShouldBe(1);
    }

    [Theory]
    [InlineData(15, false)]
    [InlineData(16, true)]
    [InlineData(null, false)]
    public async Task Take_a_token_without_a_password_only_when_no_mint_can_be_under_way(int? minutes, bool isTaken)
    {
        registry.Tokens.Add(SweptRegistry.Token(Over) with { CreatedOn = minutes is { } age ? SweptRegistry.SixOClock.AddMinutes(-age) : null });

        (await registry.SweepAsync()).Deleted.ShouldBe(isTaken ? 1 : 0);
    }

    [Fact]
    public Task Leave_a_token_alone_whose_password_never_expires() => ShouldBeLeftAlone(SweptRegistry.Token(Over, Expiry, null));

    [Fact]
    public Task Leave_a_token_alone_that_can_log_in_with_a_certificate() =>
        ShouldBeLeftAlone(
            SweptRegistry.Token(Over, Expiry) with
            {
                Certificates = [new AcrTokenCertificate { Name = AcrTokenCertificateName.Certificate1 }],
            }
        );

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Take_a_token_without_a_password_or_with_one_that_ended_earlier(int passwords)
    {
        registry.Tokens.Add(SweptRegistry.Token(Over, [.. Enumerable.Repeat<DateTimeOffset?>(Expiry.AddMinutes(-1), passwords)]));

        (await registry.SweepAsync()).Deleted.ShouldBe(1);
    }

    [Fact]
    public async Task Count_a_token_that_is_gone_as_deleted()
    {
        registry.Tokens.Add(SweptRegistry.Token(Over));
        Executor.DeleteTokenAsync(null!, default, default).ThrowsAsyncForAnyArgs(new AcrException("gone") { Status = 404 });

        var report = await registry.SweepAsync();

        (report.Deleted, report.Failed).ShouldBe((1, 0));
    }

    [Fact]
    public async Task Go_on_after_one_that_fails_and_tell_it()
    {
        string[] names = [.. Enumerable.Range(0, 10).Select(i => $"acrt-20261121t054459z-4711-0000000{i}")];
        registry.Tokens.AddRange(names.Select(n => SweptRegistry.Token(n)));
        Executor
            .DeleteTokenAsync(null!, default, default)
            .ReturnsForAnyArgs(call =>
                call.Arg<ResourceIdentifier>().Name == names[2]
                    ? Task.FromException(new AcrException("Could not delete it.") { Status = 403 })
                    : Task.CompletedTask
            );

        var report = await registry.SweepAsync();

        report.ShouldBe(
            new AcrSweepReport
            {
                Listed = 10,
                Selected = 10,
                Deleted = 9,
                Failed = 1,
                ScopeMapsDeleted = 0,
                Stopped = false,
            }
        );
        registry.Log.Lines.ShouldContain("Warning: Left for the next sweep: Could not delete it.");
    }

    [Theory]
    [InlineData(4, 4, true)]
    [InlineData(5, 5, false)]
    [InlineData(6, 5, false)]
    public async Task Stop_at_their_maximum_and_say_so(int maximum, int deleted, bool stopped)
    {
        registry.Tokens.Add(SweptRegistry.Token("production"));
        registry.Tokens.AddRange(Enumerable.Range(0, 5).Select(i => SweptRegistry.Token($"acrt-20261121t054459z-4711-0000000{i}")));
        registry.Tokens.Add(SweptRegistry.Token("staging"));

        var report = await registry.SweepAsync(s => s.SetMaximumTokens(maximum));

        (report.Selected, report.Deleted, report.Stopped).ShouldBe((deleted, deleted, stopped));
        registry
            .Log.Lines.Contains($"Warning: Stopped after {maximum} tokens, with more to sweep: run it again, or raise SetMaximumTokens")
            .ShouldBe(stopped);
    }

    [Fact]
    public async Task Fail_where_tokens_cannot_be_listed_and_end_what_they_began()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var broken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var ended = 0;
        Executor.ListTokensAsync(null!, null!, default).ReturnsForAnyArgs(_ => BreakOff());
        Executor
            .DeleteTokenAsync(null!, default, default)
            .ReturnsForAnyArgs(async call =>
            {
                begun.SetResult();
                await broken.Task;
                call.Arg<CancellationToken>().ThrowIfCancellationRequested();
                ended++;
            });

        (await Should.ThrowAsync<AcrException>(() => registry.SweepAsync())).Message.ShouldBe("The list broke off.");

        ended.ShouldBe(1);

        async IAsyncEnumerable<AcrToken> BreakOff()
        {
            yield return SweptRegistry.Token(Over);
            await begun.Task;
            broken.SetResult();
            throw new AcrException("The list broke off.");
        }
    }

    [Fact]
    public async Task Can_be_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        registry.Tokens.AddRange(Enumerable.Range(0, 10).Select(i => SweptRegistry.Token($"acrt-20261121t054459z-4711-0000000{i}")));
        Executor.DeleteTokenAsync(null!, default, default).ReturnsForAnyArgs(_ => cancellation.CancelAsync());

        await Should.ThrowAsync<OperationCanceledException>(
            registry.Client.SweepTokensAsync(new AcrTokenSweepSettings().InRegistry().SetDegreeOfParallelism(1), cancellation.Token)
        );

        Executor.CallNames().Count(c => c == "DeleteTokenAsync").ShouldBe(1);
    }

    [Fact]
    public async Task Ask_first_where_that_is_wanted()
    {
        var question = "";
        var client = new AcrClient(
            Executor,
            new AcrClientOptions
            {
                Prompt = q =>
                {
                    question = q;
                    return false;
                },
            }
        );

        await Should.ThrowAsync<AcrException>(() => client.SweepTokensAsync(new AcrTokenSweepSettings().InRegistry().EnableConfirm()));

        question.ShouldBe("AcrTokenSweep on registry 'contoso'?");
        Executor.ReceivedCalls().ShouldBeEmpty();
    }

    [Fact]
    public async Task Refuse_settings_that_make_no_sense_all_at_once()
    {
        var refusal = await Should.ThrowAsync<AcrException>(() =>
            registry.SweepAsync(s => s
#pragma warning disable ACRT3002 // the refusal is under test
                .SetNamePrefix("1").SetClockSkew(TimeSpan.FromSeconds(-1)).SetMaximumTokens(0).SetDegreeOfParallelism(0))
        );
#pragma warning restore ACRT3002

        refusal.Message.ShouldBe(
            "AcrTokenSweep was not started, nothing was sent: '1' cannot begin a token's name (a letter, then up to 11 letters, digits and hyphens); "
                + "clock skew -00:00:01 is negative; at most 0 tokens is none; degree of parallelism 0 is less than one."
        );
        Executor.ReceivedCalls().ShouldBeEmpty();
    }

    [Fact]
    public void Default_to_the_mints_prefix_and_to_moderation() =>
        new AcrTokenSweepSettings().ShouldSatisfyAllConditions(
            s => s.NamePrefix.ShouldBe(AcrTokenName.DefaultPrefix),
            s => s.NamePrefix.ShouldBe(new AcrTokenMintSettings().NamePrefix),
            s => s.ClockSkew.ShouldBe(TimeSpan.FromMinutes(15)),
            s => s.MaximumTokens.ShouldBe(1000),
            s => s.DegreeOfParallelism.ShouldBe(4)
        );

    private async Task ShouldBeLeftAlone(AcrToken token)
    {
        registry.Tokens.Add(token);
        Executor.ClearReceivedCalls();

        var report = await registry.SweepAsync(s => s.SetClockSkew(TimeSpan.Zero));

        report.Selected.ShouldBe(0, token.Name);
        Executor.CallNames().ShouldBe(["GetRegistryAsync", "ListTokensAsync", "ListScopeMapsAsync"]);
    }

    private sealed class Reports : List<AcrSweepReport>, IProgress<AcrSweepReport>
    {
        public void Report(AcrSweepReport value) => Add(value);
    }
}
