using System.CommandLine;
using Microsoft.Extensions.Logging;

namespace AcrTokens.Tool.CommandLine;

/// <summary>A command for one task of the library: reads its settings from the command line, and runs it.</summary>
/// <param name="name">The command's name.</param>
/// <param name="description">The command's description.</param>
/// <param name="read"> Reads the settings from the valid parts of the command line, with <see cref="SharedOptions.Read{T}(ParseResult, Option{T})"/>.
/// The registry is added to them. </param>
/// <param name="run">Runs the task and returns the exit code.</param>
/// <param name="examples">Examples for the help.</param>
/// <param name="check">Further checks besides the core's. Returns a phrase for each mistake, without a full stop.</param>
/// <param name="failureCode">The exit code for a failure of the task.</param>
/// <param name="nameIsRegistry">Whether <c>--name</c> names the registry, as in the Azure CLI's commands on the registry itself.</param>
/// <param name="further">The settings of further tasks that the command runs, to be validated too.</param>
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
