namespace AcrTokens.Execution;

/// <summary>Walks an exception and all its causes, including those of aggregates.</summary>
internal static class ExceptionTree
{
    /// <summary>The exception first, then its causes.</summary>
    public static IEnumerable<Exception> Of(Exception? exception) =>
        exception switch
        {
            null => [],
            AggregateException several => several.InnerExceptions.SelectMany(Of).Prepend(several),
            _ => Of(exception.InnerException).Prepend(exception),
        };
}
