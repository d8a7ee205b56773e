namespace AcrTokens.Analyzers;

/// <summary>What an operation does with a value that it gets.</summary>
internal enum Step
{
    /// <summary>The value ends here: the operation uses it.</summary>
    Uses,

    /// <summary>The operation's own value is, or holds, the value.</summary>
    Carries,

    /// <summary>The operation's own value is a longer text that holds the value.</summary>
    Composes,

    /// <summary>The operation only looks at another part of what holds the value.</summary>
    Drops,
}
