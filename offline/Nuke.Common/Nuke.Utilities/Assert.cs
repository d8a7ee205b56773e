namespace Nuke.Common;

public static class Assert
{
    public static void Fail(string message, Exception exception = null) => throw new Exception(message, exception);

    public static void True(bool condition, string message = null, [CallerArgumentExpression("condition")] string argumentExpression = null) =>
        Check(condition, message, "Expected condition to be true", argumentExpression);

    public static void False(bool condition, string message = null, [CallerArgumentExpression("condition")] string argumentExpression = null) =>
        Check(!condition, message, "Expected condition to be false", argumentExpression);

    public static T NotNull<T>(this T obj, string message = null, [CallerArgumentExpression("obj")] string argumentExpression = null)
        where T : class
    {
        Check(obj != null, message, $"Expected object of type '{typeof(T).FullName}' to be not null", argumentExpression);
        return obj;
    }

    public static void FileExists(string path, string message = null, [CallerArgumentExpression("path")] string argumentExpression = null) =>
        Check(File.Exists(path), message, $"Expected file to exist: {path}", argumentExpression);

    public static void DirectoryExists(string path, string message = null, [CallerArgumentExpression("path")] string argumentExpression = null) =>
        Check(Directory.Exists(path), message, $"Expected directory to exist: {path}", argumentExpression);

    private static void Check(bool met, string message, string fallback, string expression)
    {
        if (!met)
            throw new ArgumentException(message ?? fallback, message == null ? expression : null);
    }
}
