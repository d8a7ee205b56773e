using System.Net;
using System.Text;
using AcrTokens.Emulator;
using AcrTokens.Live.Tests.Probes;
using AcrTokens.Live.Tests.Runs;

namespace AcrTokens.Live.Tests;

/// <summary>Services that behave otherwise than the emulator assumes.</summary>
public sealed class DifferentServices
{
    private static readonly TimeSpan Lag = TimeSpan.FromSeconds(42);

    [Fact]
    public async Task Contradict_an_assumption_with_the_measured_time()
    {
        var result = await RunAsync(new RevocationLatency(), front: (inner, clock) => new Lagging(inner, clock));

        var seen = result.Notes.Observations.Where(o => o.Assumption == "A12").ToList();
        seen.ShouldAllBe(observation => observation.Verdict == Verdict.Contradicted);
        seen.Select(observation => observation.Seen)
            .ShouldBe(["a disabled token is refused after 42 s", "a deleted token is refused after 42 s"], ignoreOrder: false);
    }

    [Fact]
    public async Task Are_told_from_the_emulator_by_status_code_and_members()
    {
        var result = await RunAsync(
            new UnfinishedTokens(),
            emulator =>
            {
                emulator.AddFault(
                    new EmulatorFault("Registries_GenerateCredentials")
                    {
                        Status = 422,
                        Code = "NotYet",
                        Message = "Too early.",
                    }
                );
                emulator.AddFault(new EmulatorFault("Tokens_Get") { Call = 2, AnswerPatch = """{"properties":{"status":null,"since":1}}""" });
            }
        );

        result
            .Notes.Observations.Single(o => o.Assumption == "A4")
            .ShouldBe(new Observation("A4", Verdict.Contradicted, "generateCredentials right after the PUT: 422 NotYet"));
        result.Differences.ShouldBe(
            [
                "generate a password too early: POST generateCredentials: only the service has 'status 422'",
                "generate a password too early: POST generateCredentials: only the service has '$.error.code = \"NotYet\"'",
                "generate a password too early: POST generateCredentials: only the emulator has 'status 409'",
                "generate a password too early: POST generateCredentials: only the emulator has '$.error.code = \"TokenNotActive\"'",
                "generate a password too early: POST generateCredentials: only the emulator has '$.status is a string'",
                "generate a password too early: POST generateCredentials: only the emulator has 'header x-ms-ratelimit-remaining-subscription-writes'",
                "generate a password too early: POST generateCredentials: only the emulator has "
                    + "'header x-ms-ratelimit-remaining-subscription-global-writes'",
                "read it: GET tokens/*: only the service has '$.properties.since is a number'",
                "read it: GET tokens/*: only the emulator has '$.properties.status is a string'",
            ],
            ignoreOrder: true
        );
    }

    [Fact]
    public async Task Without_rights_and_budget_are_said_to_be_not_tried()
    {
        var results = await RunAllAsync([new Quota(), new Throttling(), new Locks()], costly: new HashSet<string>(), isLockable: false);

        results.ShouldAllBe(result => result.Differences.Count == 0);
        results
            .SelectMany(result => result.Notes.Observations)
            .Where(o => o.Verdict == Verdict.NotTried)
            .Select(o => $"{o.Assumption}: {o.Seen}")
            .ShouldBe([
                "A3: ACRT_LIVE_COSTLY lacks quota",
                "A22: ACRT_LIVE_COSTLY lacks throttling",
                "A23: ACRT_LIVE_COSTLY lacks throttling",
                "A26: ACRT_LIVE_RIGHTS lacks locks",
            ]);
    }

    [Fact]
    public async Task Are_not_watched_for_longer_than_the_patience()
    {
        var result = await RunAsync(new RevocationLatency(), front: (inner, clock) => new Lagging(inner, clock), patience: TimeSpan.FromSeconds(20));

        result
            .Notes.Observations.Select(observation => observation.Seen)
            .ShouldBe([
                "a disabled token is refused not even after 20 s",
                "a deleted token is refused not even after 20 s",
                "a bearer token of a disabled token still begins a push after 42 s (202); not watched longer",
            ]);
    }

    // As a run on the service has it by default: nothing costly, no lock, tokens on one page and ready at once.
    [Fact]
    public async Task Like_the_emulator_do_not_differ_from_it()
    {
        var results = await RunAllAsync(
            Probe.All,
            costly: new HashSet<string>(),
            isLockable: false,
            patience: TimeSpan.FromMinutes(3),
            options: new() { Throttle = true }
        );

        results.SelectMany(result => result.Differences).ShouldBeEmpty();
        var observations = results.SelectMany(result => result.Notes.Observations).ToList();
        observations.ShouldNotContain(observation => observation.Verdict == Verdict.Contradicted);
        observations
            .Where(observation => observation.Verdict == Verdict.NotTried)
            .Select(observation => observation.Assumption)
            .ShouldBe(["A4", "A7", "A14", "A15", "A3", "A22", "A23", "A26"]);
    }

    private static async Task<ProbeResult> RunAsync(
        Probe probe,
        Action<AcrEmulator>? prepare = null,
        Func<HttpMessageHandler, TimeProvider, HttpMessageHandler>? front = null,
        TimeSpan? patience = null
    ) => (await RunAllAsync([probe], prepare, front, patience: patience)).Single();

    private static async Task<IReadOnlyList<ProbeResult>> RunAllAsync(
        IReadOnlyList<Probe> probes,
        Action<AcrEmulator>? prepare = null,
        Func<HttpMessageHandler, TimeProvider, HttpMessageHandler>? front = null,
        IReadOnlySet<string>? costly = null,
        bool isLockable = true,
        TimeSpan? patience = null,
        AcrEmulatorOptions? options = null
    )
    {
        var folder = Directory.CreateTempSubdirectory("live-tests-").FullName;
        AcrEmulator emulator = null!;
        await using var service = await EmulatedService.StartAsync(
            options ?? EmulatedService.SmallAndBusy,
            front,
            started => emulator = started,
            costly,
            isLockable,
            patience
        );
        try
        {
            await using var run = await LiveRun.StartAsync(service, "different", folder);
            prepare?.Invoke(emulator);
            var results = new List<ProbeResult>();
            foreach (var probe in probes)
                results.Add(await run.RunAsync(probe));
            return results;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A token server that learns late: for a while it goes on to answer a login as it did before.</summary>
    private sealed class Lagging(HttpMessageHandler inner, TimeProvider clock) : DelegatingHandler(inner)
    {
        private readonly Dictionary<string, DateTimeOffset> refusedSince = [];
        private readonly Dictionary<string, string> accepted = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (request.RequestUri!.AbsolutePath != "/oauth2/token" || request.Headers.Authorization?.Parameter is not { } login)
                return response;

            if (response.IsSuccessStatusCode)
                accepted[login] = await response.Content.ReadAsStringAsync(cancellationToken);
            else if (accepted.TryGetValue(login, out var before))
            {
                refusedSince.TryAdd(login, clock.GetUtcNow());
                if (clock.GetUtcNow() - refusedSince[login] < Lag)
                {
                    response.StatusCode = HttpStatusCode.OK;
                    response.Content = new StringContent(before, Encoding.UTF8, "application/json");
                }
            }

            return response;
        }
    }
}
