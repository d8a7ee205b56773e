using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;

namespace AcrTokens.Benchmarks.Micro;

/// <summary>Taking secrets out of a log's line, by how many of them the process knows.</summary>
public class RedactionCost
{
    private const string Line = "[06:00:00 INF] Pushed samples/app:1.0 to contoso.azurecr.io, digest sha256:0f3c6d1b8a4e5f709182736455463728190a0b0c0d0e0f101112131415161718";

    private readonly string password = RandomNumberGenerator.GetHexString(52);

    [Params(1, 10, 1000)]
    public int Secrets { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        // The newest 1,000 are remembered: those of an earlier case make way only where there are as many.
        for (var i = 0; i < Secrets; i++)
            AcrRedaction.Add("builder", new AcrSecret(RandomNumberGenerator.GetHexString(52)));
    }

    [Benchmark(Description = "redact a line of 150 characters without a secret")]
    public string Redact() => AcrRedaction.Redact(Line);

    [Benchmark(Description = "the forms in which a password comes to be written")]
    public object Forms() => SecretForms.Of("acrt-20261121t060000z-1234567890a-abcdefgh", password);
}
