using AcrTokens.Emulator.CommandLine;

namespace AcrTokens.Emulator;

/// <summary>The entry point of <c>acr-emulator</c>, and of <c>dotnet run</c> in the library's own project.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) => EmulatorCommand.RunAsync(args);
}
