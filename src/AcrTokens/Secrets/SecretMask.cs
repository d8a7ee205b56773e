using System.Text;

namespace AcrTokens;

/// <summary>Makes the CI host mask secrets in its log.</summary>
internal static class SecretMask
{
    /// <summary>
    /// Writes directly to the stream that the host reads, rather than to <see cref="Console.Out"/> or a logger, which may write a file. The host
    /// removes the lines from its log. Nothing is written for a host without such a command.
    /// </summary>
    /// <param name="host">The host; null for none.</param>
    /// <param name="forms">The texts to mask.</param>
    /// <param name="open">Opens the stream that the host reads; returns null if it reads none.</param>
    /// <returns>False if the host has a command but reads no stream: nothing was written then.</returns>
    public static bool Write(CiHost? host, IEnumerable<string> forms, Func<Stream?> open)
    {
        var lines = string.Concat(forms.Select(form => host?.MaskLine(form)).OfType<string>().Select(line => line + Environment.NewLine));
        if (lines.Length == 0)
            return true;

        using var output = open();
        if (output is null)
            return false;

        // GitHub obeys a command only at the start of a line: an unfinished line would swallow the first command and show it.
        output.Write(Encoding.UTF8.GetBytes(Environment.NewLine + lines));
        return true;
    }
}
