namespace AcrTokens.Faults;

/// <summary>The table at the end of a run.</summary>
internal sealed class Summary(IReadOnlyList<Verdict> verdicts, Sweeping sweeping, TimeSpan took)
{
    // The 7 seconds that a signal may delay the process, plus the runtime's own shutdown. Only reported: it depends on the machine too.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(7.5);

    public bool IsGood => sweeping.IsClean && verdicts.All(v => v.Wrong.Count == 0);

    public void Write(TextWriter output)
    {
        foreach (var wrong in verdicts.Where(v => v.Wrong.Count > 0))
            output.WriteLine($"WRONG {wrong}");
        foreach (var slow in verdicts.Where(v => v.End > Longest).OrderByDescending(v => v.End))
            output.WriteLine($"SLOW {slow.Case}: {slow.End!.Value.TotalSeconds:F3} s from the signal to the end of the process");
        foreach (var (what, figure) in Rows())
            output.WriteLine($"{what, -64}{figure}");
    }

    private IEnumerable<(string What, string Figure)> Rows()
    {
        var enabled = verdicts.Where(v => v.Enabled > 0).ToList();
        yield return ("cases", $"{verdicts.Count}");
        yield return ("cases with something wrong", $"{verdicts.Count(v => v.Wrong.Count > 0)}");
        yield return ("tokens left enabled", $"{enabled.Sum(v => v.Enabled)}");
        yield return ("  after SIGKILL", $"{enabled.Where(v => v.IsHelpless).Sum(v => v.Enabled)}");
        yield return (
            "  the service refused every attempt, and the output says so",
            $"{enabled.Where(v => v is { IsHelpless: false, IsMisled: false, Wrong.Count: 0 }).Sum(v => v.Enabled)}"
        );
        yield return ("  the service said that there was no such token", $"{enabled.Where(v => v.IsMisled).Sum(v => v.Enabled)}");
        yield return ("  otherwise", $"{enabled.Where(v => v is { IsHelpless: false, IsMisled: false } && v.Wrong.Count > 0).Sum(v => v.Enabled)}");
        yield return ("tokens left, enabled or not, before the sweep", $"{sweeping.Before}");
        yield return ("  of use past their expiry", $"{sweeping.OfUse}");
        yield return ("  made to last by the service, so that no sweep takes them", $"{sweeping.Lasting}");
        yield return ("  after one sweep", $"{sweeping.Tokens}");
        yield return ("scope maps left after one sweep", $"{sweeping.ScopeMaps}");
        yield return ("secrets found in any output", $"{verdicts.Sum(v => v.Secrets)}");
        yield return ("signal to first request: median, maximum", Figures(v => v.FirstRequest));
        yield return ("signal to answer of the last DELETE: median, maximum", Figures(v => v.LastDelete));
        yield return ("signal to end of the process: median, maximum", Figures(v => v.End));
        yield return ("took", $"{took.TotalSeconds:F1} s");
    }

    private string Figures(Func<Verdict, TimeSpan?> figure)
    {
        var sorted = verdicts.Select(figure).OfType<TimeSpan>().Order().ToList();
        return sorted.Count == 0 ? "none" : $"{sorted[sorted.Count / 2].TotalSeconds:F3} s, {sorted[^1].TotalSeconds:F3} s ({sorted.Count} cases)";
    }
}
