using System.CommandLine;

namespace AcrTokens.Tool.CommandLine;

/// <summary>A command that changes something in Azure, with --what-if and --confirm.</summary>
/// <inheritdoc cref="TaskCommand{T}"/>
internal sealed class ChangeCommand<T>(
    string name,
    string description,
    Func<ParseResult, T> read,
    Func<Work<T>, Task<int>> run,
    string[]? examples = null,
    Func<ParseResult, IEnumerable<string>>? check = null,
    int failureCode = ExitCode.Failure,
    bool nameIsRegistry = false,
    Func<ParseResult, IEnumerable<AcrSettings>>? further = null
)
    : TaskCommand<T>(
        name,
        description,
        read,
        run,
        examples,
        parsed => [.. Terminal.FindMistakes(parsed.Read(SharedOptions.Confirm), "leave --confirm out"), .. check?.Invoke(parsed) ?? []],
        failureCode,
        nameIsRegistry,
        further
    )
    where T : AcrSettings, IAcrChange
{
    public override IEnumerable<Option> CommonOptions => [.. base.CommonOptions, SharedOptions.WhatIf, SharedOptions.Confirm];

    protected override T Settings(ParseResult parsed) =>
        base.Settings(parsed).SetWhatIf(parsed.Read(SharedOptions.WhatIf)).SetConfirm(parsed.Read(SharedOptions.Confirm));
}
