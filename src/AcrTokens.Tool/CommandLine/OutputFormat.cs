namespace AcrTokens.Tool.CommandLine;

/// <summary>The output format.</summary>
internal enum OutputFormat
{
    /// <summary>A table for people.</summary>
    Table,

    /// <summary>JSON with the service's property names.</summary>
    Json,

    /// <summary>Tab-separated values for scripts.</summary>
    Tsv,
}
