namespace AcrTokens.Benchmarks.Mint;

internal static class Variables
{
    public static string Read(string name) => Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set.");
}
