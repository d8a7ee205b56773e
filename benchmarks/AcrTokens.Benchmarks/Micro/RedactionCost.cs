using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;

namespace AcrTokens.Benchmarks.Micro;

/// <summary>Measures the redaction of a log line, by the number of secrets that the process knows.</summary>
public class RedactionCost
{
    private const string Line =
        "[06:00:00 INF] Pushed samples/app:1.0 to contoso.azurecr.io, digest sha256:0f3c6d1b8a4e5f709182736455463728190a0b0c0d0e0f101112131415161718";

    private static int known;

    [Params(1, 10, 1000)]
    public int Secrets { get; set; }

    /// <summary>Adds secrets. The cases run in one process, the smallest first: each case also knows the secrets of those before it.</summary>
    [GlobalSetup]
    public void Setup()
    {
        for (; known < Secrets; known++)
            AcrRedaction.Add("builder", new AcrSecret(RandomNumberGenerator.GetHexString(52)));
    }

    [Benchmark(Description = "redaction: a line of a log without a secret")]
    public string Redact() => AcrRedaction.Redact(Line);
}
