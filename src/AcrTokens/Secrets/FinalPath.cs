namespace AcrTokens;

/// <summary>Resolves links.</summary>
internal static class FinalPath
{
    /// <summary>The final target of a path; the path itself if it is no link, or if the links form a cycle.</summary>
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
