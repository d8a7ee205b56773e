namespace AcrTokens.Tool.Tests;

/// <summary>The tool ran to its end, and all that it wrote.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error);
