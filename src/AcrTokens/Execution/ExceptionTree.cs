namespace AcrTokens;

/// <summary>An exception with all that caused it, also where several did.</summary>
internal static class ExceptionTree
{
    /// <summary>The exception first, its causes after it.</summary>
    public static IEnumerable<Exception> Of(Exception? exception) =>
        exception is null ? [] : Causes(exception).SelectMany(Of).Prepend(exception);

    private static IReadOnlyCollection<Exception> Causes(Exception exception) =>
        exception is AggregateException several ? several.InnerExceptions : exception.InnerException is { } cause ? [cause] : [];
}
