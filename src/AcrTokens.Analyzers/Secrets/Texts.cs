using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AcrTokens.Analyzers;

/// <summary>Recognizes methods whose result holds the text that they get: of strings, encodings, builders, collections and LINQ.</summary>
internal static class Texts
{
    // Each keeps a secret readable, unlike a hash.
    private static readonly HashSet<string> Encoders =
    [
        "System.Convert.ToBase64String",
        "System.Convert.ToHexString",
        "System.Convert.ToHexStringLower",
        "System.Convert.ToString",
        "System.Convert.FromBase64String",
        "System.Text.Encoding.GetBytes",
        "System.Text.Encoding.GetString",
        "System.Text.Encoding.GetChars",
        "System.Uri.EscapeDataString",
        "System.Uri.EscapeUriString",
        "System.Net.WebUtility.UrlEncode",
        "System.Net.WebUtility.HtmlEncode",
        "System.Web.HttpUtility.UrlEncode",
        "System.Web.HttpUtility.HtmlEncode",
        "System.Web.HttpUtility.JavaScriptStringEncode",
        "System.Text.Encodings.Web.TextEncoder.Encode",
        "System.Text.Json.JsonSerializer.Serialize",
        "System.Text.Json.JsonSerializer.SerializeToUtf8Bytes",
        "System.Text.Json.JsonEncodedText.Encode",
        "System.FormattableString.Invariant",
        "System.FormattableString.CurrentCulture",
        "System.Runtime.CompilerServices.FormattableStringFactory.Create",
        "System.Buffers.Text.Base64Url.EncodeToString",
        "System.Threading.Tasks.Task.FromResult",
    ];

    private static readonly HashSet<string> Selecting =
    [
        "Append",
        "AsEnumerable",
        "Cast",
        "Concat",
        "DefaultIfEmpty",
        "Distinct",
        "ElementAt",
        "ElementAtOrDefault",
        "First",
        "FirstOrDefault",
        "Last",
        "LastOrDefault",
        "OfType",
        "Order",
        "OrderBy",
        "OrderByDescending",
        "OrderDescending",
        "Prepend",
        "Reverse",
        "Single",
        "SingleOrDefault",
        "Skip",
        "SkipWhile",
        "Take",
        "TakeWhile",
        "ToArray",
        "ToHashSet",
        "ToList",
        "Where",
    ];

    public static bool IsLinq(IMethodSymbol method) => method.ContainingType is { Name: "Enumerable", ContainingNamespace.Name: "Linq" };

    /// <summary>Whether the elements of the result are those of the argument. The others make theirs with a lambda.</summary>
    public static bool Selects(IMethodSymbol method) => Selecting.Contains(method.Name);

    /// <summary>String methods that return text from the instance: Trim, Substring, ToString.</summary>
    public static bool IsText(IMethodSymbol method) =>
        (IsOfString(method) && method.ReturnType.SpecialType is SpecialType.System_String)
        || (IsOfString(method) && method.Name is "ToCharArray" or "Split")
        || method.Name == "ToString";

    /// <summary>Whether an argument becomes a part of the result. A replaced text is gone from it: this is how a secret is redacted.</summary>
    public static bool IsPartOf(IMethodSymbol method, IArgumentOperation argument) =>
        IsOfString(method)
            ? method.Name is "Format" or "Concat" or "Join" or "Insert" or "Create" || argument.Parameter?.Name == "newValue"
            : method.Name == "AsSpan" || Encoders.Contains(Name(method.ContainingType, method));

    /// <summary>Whether the method adds the argument to its receiver.</summary>
    public static bool Adds(IMethodSymbol method, IArgumentOperation argument) =>
        (IsHolder(method) && method.Name is "Add" or "AddRange" or "AddFirst" or "AddLast" or "Enqueue" or "Push" or "TryAdd" or "Prepend")
        || (IsHolder(method) && (Starts(method, "Append") || Starts(method, "Insert")))
        || (Starts(method, "AddPair") && IsNukes(method) && argument.Parameter?.Ordinal > 0);

    /// <summary>Whether the method belongs to a type that holds text: a collection or a builder.</summary>
    public static bool IsHolder(IMethodSymbol method) => IsHolder(method.ContainingType) || (Starts(method, "AddPair") && IsNukes(method));

    public static bool IsHolder(IObjectCreationOperation creation) =>
        IsHolder(creation.Type)
        || creation.Type is { Name: "String", SpecialType: SpecialType.System_String } or { Name: "KeyValuePair" } or { Name: "ValueTuple" };

    private static bool IsHolder(ITypeSymbol? type) =>
        type is { Name: "StringBuilder", ContainingNamespace.Name: "Text" }
        || (
            type?.ContainingNamespace is { Name: "Generic" or "Concurrent" or "Immutable" or "ObjectModel" or "Specialized" } space
            && space.ContainingNamespace is { Name: "Collections" }
        );

    private static bool IsNukes(IMethodSymbol method) =>
        method.ContainingNamespace.NameInNuke().StartsWith("Nuke.Common.Utilities", StringComparison.Ordinal);

    private static bool IsOfString(IMethodSymbol method) => method.ContainingType?.SpecialType == SpecialType.System_String;

    private static string Name(INamedTypeSymbol? type, IMethodSymbol method)
    {
        var declared = method;
        while (declared.OverriddenMethod is { } overridden)
            declared = overridden;
        return $"{(declared.ContainingType ?? type)?.ToDisplayString()}.{method.Name}";
    }

    private static bool Starts(IMethodSymbol method, string with) => method.Name.StartsWith(with, StringComparison.Ordinal);
}
