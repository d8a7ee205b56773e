using System.CommandLine;
using Microsoft.Extensions.Logging;

namespace AcrTokens.Tool.CommandLine;

/// <summary>A command that is one task of the library: from the command line to its settings, and what to do with them.</summary>
/// <param name="name">The command.</param>
/// <param name="description">What it does.</param>
/// <param name="read">
/// Makes the settings from what is right in the command line, with <see cref="SharedOptions.Read{T}(ParseResult, Option{T})"/>. The registry is
/// added.
/// </param>
/// <param name="run">Does the work, and returns the exit code.</param>
/// <param name="examples">Shown in its help.</param>
/// <param name="check">What is asked beside the core's own checks: a phrase for each mistake, without a full stop.</param>
/// <param name="failureCode">The exit code where the service refused.</param>
/// <param name="nameIsRegistry">Whether <c>--name</c> names the registry, as in the Azure CLI's commands on the registry itself.</param>
/// <param name="further">The settings of the tasks that come with it, to be checked with the command's own.</param>
internal class TaskCommand<T>(
    string name,
    string description,
    Func<ParseResult, T> read,
    Func<Work<T>, Task<int>> run,
    string[]? examples = null,
    Func<ParseResult, IEnumerable<string>>? check = null,
    int failureCode = ExitCode.Failure,
    bool nameIsRegistry = false,
    Func<ParseResult, IEnumerable<AcrSettings>>? further = null
) : Command(name, description), ITaskCommand
    where T : AcrSettings
{
    public IReadOnlyList<string> Examples => examples ?? [];

    public int FailureCode => failureCode;

    public LogLevel Told { get; init; } = LogLevel.Warning;

    public virtual IEnumerable<Option> CommonOptions =>
        [nameIsRegistry ? SharedOptions.RegistryByName : SharedOptions.Registry, .. SharedOptions.OfEveryTask];

    public IEnumerable<string> FindMistakes(ParseResult parsed, AcrClient client) =>
        (check?.Invoke(parsed) ?? [])
            .Concat(client.FindMistakes(Settings(parsed)))
            .Concat((further?.Invoke(parsed) ?? []).SelectMany(client.FindMistakes))
            .Distinct();

    public Task<int> RunAsync(ParseResult parsed, AcrClient client, CancellationToken cancellationToken) =>
        run(new Work<T>(client, Settings(parsed), parsed, cancellationToken));

    protected virtual T Settings(ParseResult parsed) => SharedOptions.Apply(parsed, read(parsed));
}
