namespace AcrTokens;

/// <summary>What became of a token.</summary>
internal enum TokenEnd
{
    /// <summary>It is there, and logs in no more.</summary>
    Disabled,

    /// <summary>It was deleted.</summary>
    Deleted,

    /// <summary>There was none.</summary>
    Gone,
}
