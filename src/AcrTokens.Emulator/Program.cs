using AcrTokens.Emulator.CommandLine;

namespace AcrTokens.Emulator;

/// <summary>The tool: <c>acr-emulator</c>, or <c>dotnet run</c> of the library's own project.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) => EmulatorCommand.RunAsync(args);
}
