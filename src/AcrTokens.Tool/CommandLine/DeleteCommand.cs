using System.CommandLine;

namespace AcrTokens.Tool.CommandLine;

/// <summary>A command that asks for confirmation, unless --yes is given.</summary>
/// <inheritdoc cref="TaskCommand{T}"/>
internal sealed class DeleteCommand<T>(
    string name,
    string description,
    Func<ParseResult, T> read,
    Func<Work<T>, Task<int>> run,
    string[]? examples = null,
    Func<ParseResult, IEnumerable<string>>? check = null
)
    : TaskCommand<T>(
        name,
        description,
        read,
        run,
        examples,
        parsed => [.. Terminal.FindMistakes(Asks(parsed), "say --yes"), .. check?.Invoke(parsed) ?? []]
    )
    where T : AcrSettings, IAcrChange
{
    public override IEnumerable<Option> CommonOptions => [.. base.CommonOptions, SharedOptions.WhatIf, SharedOptions.Yes];

    protected override T Settings(ParseResult parsed) => base.Settings(parsed).SetWhatIf(parsed.Read(SharedOptions.WhatIf)).SetConfirm(Asks(parsed));

    private static bool Asks(ParseResult parsed) => !parsed.Read(SharedOptions.Yes) && !parsed.Read(SharedOptions.WhatIf);
}
