using System.Text.Json;
using AcrTokens.Tool.CommandLine;

namespace AcrTokens.Tool.Output;

/// <summary>Prints a preflight's findings, a line each, and the verdict.</summary>
internal static class Checklist
{
    public static void Print(TextWriter output, OutputFormat format, PreflightView report)
    {
        if (format == OutputFormat.Json)
            output.WriteLine(JsonSerializer.Serialize(report, OutputJson.Plain.PreflightView));
        else if (format == OutputFormat.Tsv)
            Tsv.Write(output, report.Findings.Select(finding => new[] { finding.Severity, finding.Message }));
        else
            PrintLines(output, report);
    }

    private static void PrintLines(TextWriter output, PreflightView report)
    {
        foreach (var finding in report.Findings)
            output.WriteLine($"{Sign(finding.Severity)} {UnseenCharacters.Escape(finding.Message)}");
        output.WriteLine();
        output.WriteLine(report.IsGood ? "Nothing speaks against a mint and its revocation." : "A mint or its revocation would fail.");
    }

    private static string Sign(string severity) =>
        severity switch
        {
            "error" => "[error]  ",
            "warning" => "[warning]",
            _ => "[info]   ",
        };
}
