using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;

namespace AcrTokens.Benchmarks.Micro;

/// <summary>Measures the computation of a password's written forms, which happens once per password.</summary>
public class SecretFormsCost
{
    private readonly string password = RandomNumberGenerator.GetHexString(52);

    [Benchmark(Description = "redaction: the forms of a new password")]
    public object Forms() => SecretForms.Of("acrt-20261121t060000z-1234567890a-abcdefgh", password);
}
