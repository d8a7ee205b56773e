namespace AcrTokens;

/// <summary>Where links lead in the end.</summary>
internal static class FinalPath
{
    /// <summary>The path itself where it is no link, or leads round in a circle.</summary>
    public static string Of(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        }
        catch (Exception unresolved) when (unresolved is IOException or UnauthorizedAccessException)
        {
            return path;
        }
    }
}
