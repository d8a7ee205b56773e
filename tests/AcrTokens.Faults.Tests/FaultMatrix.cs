using AcrTokens.Faults.Clients;
using AcrTokens.Faults.Requests;

namespace AcrTokens.Faults.Tests;

/// <summary>Every request of mint, use and revoke x every fault, with a client in this process.</summary>
[Collection(OneAtATime.Name)]
public sealed class FaultMatrix(SharedRegistry registry)
{
    public static TheoryData<string> Groups => [.. RequestCases.Groups];

    [Theory]
    [MemberData(nameof(Groups))]
    public async Task Leaves_nothing_that_it_does_not_own_up_to(string group)
    {
        var cases = RequestCases.Of(group).Select(c => c.Name).ToList();
        var verdicts = (await registry.Requests).Where(v => cases.Contains(v.Case)).ToList();

        verdicts.Count.ShouldBe(cases.Count);
        verdicts.Count.ShouldBeGreaterThan(8);
        verdicts.Where(v => v.Wrong.Count > 0).Select(v => $"{v}").ShouldBeEmpty();
    }

    [Fact]
    public async Task Does_not_care_for_a_clock_ten_minutes_off()
    {
        await using var own = await ServedRegistry.StartAsync();

        var verdicts = await RequestMatrix.RunWithClockOffAsync(own);

        verdicts.Count.ShouldBe(2);
        verdicts.Where(v => v.Wrong.Count > 0).Select(v => $"{v}").ShouldBeEmpty();
    }

    [Fact]
    public void Has_every_request_with_every_fault() =>
        RequestCases
            .All.Where(c => !c.IsOnExisting)
            .SelectMany(c => c.Faults.SelectMany(f => f.Operations.Select(o => (o, f.Kind, f.Always))))
            .Distinct()
            .Count()
            .ShouldBe(Operations.All.Sum(operation => FaultKinds.Faults.Count(kind => kind.IsFor(operation))) * 2);

    [Fact]
    public void Has_every_request_on_an_existing_token_with_every_fault() =>
        RequestCases
            .All.Where(c => c.IsOnExisting)
            .SelectMany(c => c.Faults.SelectMany(f => f.Operations.Select(o => (o, f.Kind, f.Always))))
            .Distinct()
            .Count()
            .ShouldBe(Operations.OnExisting.Sum(operation => FaultKinds.Faults.Count(kind => kind.IsFor(operation))) * 2);

    [Fact]
    public void Has_every_request_of_a_preparation_and_of_a_revocation_in_the_background_with_every_fault() =>
        RequestCases
            .All.Where(c => c is { Prepares: true, IsNeverMinted: false, Faults.Count: 1 })
            .SelectMany(c => c.Faults.SelectMany(f => f.Operations.Select(o => (o, f.Kind))))
            .Distinct()
            .Count()
            .ShouldBe(
                Operations
                    .All.Except([Operation.RegistryGet, Operation.Login])
                    .Sum(operation => FaultKinds.Faults.Count(kind => kind.IsFor(operation)))
            );
}
