using System.CommandLine;
using Microsoft.Extensions.Logging;

namespace AcrTokens.Tool.CommandLine;

/// <summary>A command on a registry, with settings of any type.</summary>
internal interface ITaskCommand
{
    IReadOnlyList<string> Examples { get; }

    int FailureCode { get; }

    IEnumerable<Option> CommonOptions { get; }

    /// <summary>The minimum level to log without --verbose.</summary>
    LogLevel Told { get; }

    /// <summary>Validates the command's settings. Sends nothing.</summary>
    IEnumerable<string> FindMistakes(ParseResult parsed, AcrClient client);

    Task<int> RunAsync(ParseResult parsed, AcrClient client, CancellationToken cancellationToken);
}
