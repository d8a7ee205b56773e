namespace Nuke.Common.Utilities
{
    public static class ObjectExtensions
    {
        public static TOutput Apply<TInput, TOutput>(this TInput input, Func<TInput, TOutput> transform) => transform(input);

        public static T When<T>(this T input, bool condition, Func<T, T> transform) => condition ? transform(input) : input;
    }

    public static class StringExtensions
    {
        public static string DoubleQuoteIfNeeded(this string str) =>
            string.IsNullOrWhiteSpace(str) ? ""
            : (str.StartsWith('"') && str.EndsWith('"')) || !str.Contains(' ') ? str
            : $"\"{str.Replace("\"", "\\\"")}\"";
    }

    public static class ExceptionExtensions
    {
        public static Exception Unwrap(this Exception exception) =>
            exception is TypeInitializationException or TargetInvocationException
                ? exception.InnerException.Unwrap()
                : (exception as AggregateException)?.Flatten() ?? exception;
    }
}

namespace Nuke.Common.Utilities.Collections
{
    public static class DictionaryExtensions
    {
        public static Dictionary<TKey, string> AddPair<TKey, TValue>(this Dictionary<TKey, string> dictionary, TKey key, TValue value = default)
        {
            dictionary.Add(key, value.ToString());
            return dictionary;
        }
    }
}
