using System.Text;

namespace AcrTokens.Tool.CommandLine;

/// <summary>The audit log: lines of JSON that jobs on one machine may append side by side.</summary>
internal sealed class AuditFile(string path, TextWriter error)
{
    private const int MostTries = 20;

    /// <summary>Why nothing can be appended; null if it can. Creates the file.</summary>
    public static string? FindMistake(string path)
    {
        try
        {
            using var file = Open(path, FileShare.ReadWrite);
            return null;
        }
        catch (IOException busy) when (busy is not DirectoryNotFoundException)
        {
            return null; // another job is writing
        }
        catch (Exception failure) when (failure is DirectoryNotFoundException or UnauthorizedAccessException or ArgumentException)
        {
            return $"--audit is '{path}', which cannot be written: {failure.Message}";
        }
    }

    public void Append(string line)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                using var file = Open(path, FileShare.None);
                file.Write(Encoding.UTF8.GetBytes(line + "\n"));
                return;
            }
            catch (IOException) when (tries < MostTries)
            {
                Thread.Sleep(TimeSpan.FromMilliseconds(5)); // another job is writing
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                error.WriteLine($"{path} could not be written: {failure.Message}");
                return;
            }
        }
    }

    private static FileStream Open(string path, FileShare share) => new(path, FileMode.Append, FileAccess.Write, share);
}
