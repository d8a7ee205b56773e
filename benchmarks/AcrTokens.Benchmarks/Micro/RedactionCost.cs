using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;

namespace AcrTokens.Benchmarks.Micro;

/// <summary>Taking secrets out of a log's line, by how many of them the process knows.</summary>
public class RedactionCost
{
    private const string Line =
        "[06:00:00 INF] Pushed samples/app:1.0 to contoso.azurecr.io, digest sha256:0f3c6d1b8a4e5f709182736455463728190a0b0c0d0e0f101112131415161718";

    private static int known;

    [Params(1, 10, 1000)]
    public int Secrets { get; set; }

    /// <summary>The cases run in one process, the fewest first: what one of them told is known to the next.</summary>
    [GlobalSetup]
    public void Setup()
    {
        for (; known < Secrets; known++)
            AcrRedaction.Add("builder", new AcrSecret(RandomNumberGenerator.GetHexString(52)));
    }

    [Benchmark(Description = "redaction: a line of a log without a secret")]
    public string Redact() => AcrRedaction.Redact(Line);
}
