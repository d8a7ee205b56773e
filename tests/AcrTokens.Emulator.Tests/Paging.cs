using System.Net;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

public class Paging : InProcess
{
    protected override AcrEmulatorOptions Options => base.Options with { PageSize = 2, FurtherRegistryNames = ["second", "third"] };

    [Fact]
    public async Task List_goes_on_behind_its_next_link_and_the_last_page_has_none()
    {
        foreach (var name in new[] { "token-1", "token-2", "token-3", "token-4", "token-5" })
        {
            await Arm.PutToken(name);
        }

        (await Pages("/tokens")).ShouldBe([
            ["token-1", "token-2"],
            ["token-3", "token-4"],
            ["token-5"],
        ]);
    }

    [Fact]
    public async Task List_that_fills_its_page_has_no_next_link()
    {
        await Arm.PutToken("token-1");
        await Arm.PutToken("token-2");

        (await Pages("/tokens")).ShouldHaveSingleItem().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Nothing_is_listed_twice_or_passed_over_when_something_goes_meanwhile()
    {
        foreach (var name in new[] { "token-1", "token-2", "token-3" })
        {
            await Arm.PutToken(name);
        }

        var first = await Arm.Get("/tokens");
        await Arm.Delete("/tokens/token-1");
        await Arm.Delete("/tokens/token-2");
        var second = await Arm.Get((string)first.Json["nextLink"]!);

        Names(second).ShouldBe(["token-3"]);
    }

    [Theory]
    [InlineData("/scopeMaps", 3)]
    [InlineData(Arm.Registries, 2)]
    [InlineData(Arm.Subscription + "/providers/Microsoft.ContainerRegistry/registries", 2)]
    [InlineData(Arm.Subscription + "/resources?api-version=2021-04-01&$filter=resourceType%20eq%20'Microsoft.ContainerRegistry/registries'", 2)]
    public async Task Every_list_is_paged(string path, int pages) => (await Pages(path)).Count.ShouldBe(pages);

    [Fact]
    public async Task Link_that_was_not_followed_as_it_was_given_is_refused() =>
        (await Arm.Get($"{Arm.Registry}/tokens?api-version={Arm.Version}&$skiptoken=abc")).Status.ShouldBe(HttpStatusCode.BadRequest);

    private async Task<List<List<string>>> Pages(string path)
    {
        List<List<string>> pages = [];
        for (var next = path; next is not null; )
        {
            var answer = await Arm.Get(next);
            answer.Status.ShouldBe(HttpStatusCode.OK);
            pages.Add(Names(answer));
            next = (string?)answer.Json["nextLink"];
        }

        return pages;
    }

    private static List<string> Names(Answer answer) => [.. answer.Json["value"]!.AsArray().Select(item => (string)item!["name"]!)];
}
