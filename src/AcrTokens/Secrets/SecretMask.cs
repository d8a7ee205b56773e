using System.Text;

namespace AcrTokens;

/// <summary>Tells the CI host what to hide in its log from now on.</summary>
internal static class SecretMask
{
    /// <summary>
    /// Straight to what the host reads, past whatever <see cref="Console.Out"/> is and past every logger: one may write a file.
    /// The host takes the lines out of its log; for one that has no such command, none is written.
    /// </summary>
    /// <param name="host">The host; null for none.</param>
    /// <param name="forms">What to hide.</param>
    /// <param name="open">Opens what the host reads; null where that is nothing.</param>
    /// <returns>False when the host has a command, but reads nothing: then nothing was written.</returns>
    public static bool Write(CiHost? host, IEnumerable<string> forms, Func<Stream?> open)
    {
        var lines = string.Concat(forms.Select(form => host?.MaskLine(form)).OfType<string>().Select(line => line + Environment.NewLine));
        if (lines.Length == 0)
            return true;

        using var output = open();
        if (output is null)
            return false;

        // GitHub takes a command only where a line begins with it: one that somebody left open would swallow the first, and show it.
        output.Write(Encoding.UTF8.GetBytes(Environment.NewLine + lines));
        return true;
    }
}
