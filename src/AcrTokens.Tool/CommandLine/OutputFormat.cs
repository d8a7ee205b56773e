namespace AcrTokens.Tool.CommandLine;

/// <summary>How to print.</summary>
internal enum OutputFormat
{
    /// <summary>Columns for people.</summary>
    Table,

    /// <summary>JSON with the service's names.</summary>
    Json,

    /// <summary>Values between tabs, for a shell.</summary>
    Tsv,
}
