namespace AcrTokens.Execution;

/// <summary>An exception with all that caused it, also where several did.</summary>
internal static class ExceptionTree
{
    /// <summary>The exception first, its causes after it.</summary>
    public static IEnumerable<Exception> Of(Exception? exception) =>
        exception switch
        {
            null => [],
            AggregateException several => several.InnerExceptions.SelectMany(Of).Prepend(several),
            _ => Of(exception.InnerException).Prepend(exception),
        };
}
