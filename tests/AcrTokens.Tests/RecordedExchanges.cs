using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace AcrTokens.Tests;

/// <summary>No recorded exchange is skipped, and the recordings are what they claim to be.</summary>
public sealed partial class RecordedExchanges
{
    // Exchanges without an operation in the library, by recording and position, with the recorded request.
    private static readonly Dictionary<(string Recording, int Place), (string Request, string Reason)> NotReplayed = new()
    {
        [("Admin.FromNet", 1)] = (
            "PATCH registries/acrregistry574",
            "the test that was recorded enabled the admin user; the library leaves registries as they are"
        ),
        [("Admin.FromNet", 5)] = ("DELETE registries/acrregistry574", "the test that was recorded tidied up; the library never deletes a registry"),
        [("Admin.FromNet", 6)] = ("DELETE registries/acrregistry574", "the same once more, of a registry that was gone"),
    };

    public static TheoryData<string> Recordings => [.. Recording.Names];

    [Fact]
    public void All_are_replayed_or_listed_with_a_reason()
    {
        var replayed =
            from type in typeof(RecordedExchanges).Assembly.GetExportedTypes()
            from method in type.GetMethods()
            where method.GetCustomAttribute<TheoryAttribute>() is { Skip: null }
            from replay in method.GetCustomAttributes<ReplaysAttribute>()
            from place in replay.Exchanges
            select (replay.Recording, place);

        var recorded = from name in Recording.Names from place in Enumerable.Range(0, Recording.Load(name).Exchanges.Count) select (name, place);

        replayed.Distinct().Concat(NotReplayed.Keys).Order().ShouldBe(recorded.Order());
    }

    [Fact]
    public void Those_listed_are_requests_on_registries()
    {
        foreach (var ((name, place), (request, _)) in NotReplayed)
        {
            var recorded = Recording.Load(name).Exchanges[place].Request;
            $"{recorded.Method} {new Uri(recorded.Url).AbsolutePath.Split('/', 8)[^1]}".ShouldBe(request);
        }
    }

    [Fact]
    public void Number_41_in_12_recordings()
    {
        Recording.Names.Count().ShouldBe(12);
        Recording.Names.Sum(name => Recording.Load(name).Exchanges.Count).ShouldBe(41);
    }

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Have_bodies_as_long_as_they_were(string name)
    {
        foreach (var (request, response) in Recording.Load(name).Exchanges)
        {
            Encoding
                .UTF8.GetByteCount(request.Body ?? "")
                .ShouldBe(request.RecordedContentLength ?? Encoding.UTF8.GetByteCount(request.Body ?? ""), request.Url);
            Encoding
                .UTF8.GetByteCount(response.Body ?? "")
                .ShouldBe(response.RecordedContentLength ?? Encoding.UTF8.GetByteCount(response.Body ?? ""), request.Url);
        }
    }

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Hold_no_password_and_name_nobody(string name)
    {
        var text = Recording.Read(name);

        Values().Matches(text).Select(value => value.Groups[1].Value).ShouldAllBe(value => value == "Sanitized" || value.Trim('x', 'X').Length == 0);
        Addresses().Matches(text).Select(address => address.Value).ShouldAllBe(address => address == "uuuuuuuuuuu@microsoft.com");
    }

    [GeneratedRegex("""\\"value\\":\s*\\"([^"\\]*)""")]
    private static partial Regex Values();

    [GeneratedRegex(@"[\w.+-]+@[\w.-]+")]
    private static partial Regex Addresses();
}
