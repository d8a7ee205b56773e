using System.Reflection;
using Xunit.Sdk;

namespace AcrTokens.Tests;

/// <summary>Passes exchanges of one recording to a theory, by position. <see cref="RecordedExchanges"/> counts them as replayed.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class ReplaysAttribute(string recording, params int[] exchanges) : DataAttribute
{
    public string Recording => recording;

    public IReadOnlyList<int> Exchanges => exchanges;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        [
            [
                new Replay(
                    $"{recording} {string.Join(", ", exchanges)}",
                    [.. exchanges.Select(place => Tests.Recording.Load(recording).Exchanges[place])]
                ),
            ],
        ];
}
