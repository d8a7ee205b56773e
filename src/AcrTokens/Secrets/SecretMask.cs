using System.Text;

namespace AcrTokens;

/// <summary>Tells the CI host what to hide in its log from now on.</summary>
internal static class SecretMask
{
    /// <summary>
    /// Straight to the process's standard output, past whatever <see cref="Console.Out"/> is and past every logger:
    /// one may write a file. The host takes the lines out of its log; on one that does not, none is written.
    /// </summary>
    public static void Write(CiHost? host, IEnumerable<string> forms)
    {
        var lines = string.Concat(forms.Select(form => host?.MaskLine(form)).OfType<string>().Select(line => line + Environment.NewLine));
        if (lines.Length == 0)
            return;

        // GitHub takes a command only where a line begins with it: one that somebody left open would swallow the first, and show it.
        using var output = Console.OpenStandardOutput();
        output.Write(Encoding.UTF8.GetBytes(Environment.NewLine + lines));
    }
}
