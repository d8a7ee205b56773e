namespace AcrTokens.Analyzers.Tests;

using static Sources;

public sealed class PreparationsLeft
{
    [Theory]
    [InlineData("var [|prepared|] = AcrTokenPrepare(s => s); Console.WriteLine(prepared.Name);")]
    [InlineData("var [|prepared|] = AcrTokenPrepareAsync(s => s).Result;")]
    [InlineData("var when = [|AcrTokenPrepare(s => s)|].PreparedUntil;")]
    public Task Preparation_that_is_only_looked_at_Triggers(string statements) => Check.SourceAsync<PreparationIsLeft>(Body(statements));

    [Fact]
    public Task Message_Names_it() =>
        Check.SourceAsync<PreparationIsLeft>(
            Body("var [|prepared|] = AcrTokenPrepare(s => s);"),
            "Prepared token 'prepared' is neither minted nor disposed, and keeps its place in the registry until it expires. Declare it with "
                + "'using', or call 'Mint()'."
        );

    [Theory]
    [InlineData("using var prepared = AcrTokenPrepare(s => s);")]
    [InlineData("var prepared = AcrTokenPrepare(s => s); lease = prepared.Mint();")]
    [InlineData("var prepared = AcrTokenPrepare(s => s); prepared.Dispose();")]
    [InlineData("lease = AcrTokenPrepare(s => s).Mint();")]
    [InlineData("var prepared = AcrTokenPrepare(s => s); Keep(prepared); void Keep(AcrPreparedToken kept) => kept.Dispose();")]
    public Task Preparation_that_is_minted_or_given_up_DoesNotTrigger(string statements) => Check.SourceAsync<PreparationIsLeft>(Body(statements));

    [Fact]
    public Task Preparation_that_is_only_looked_at_IsFixed() =>
        Fix.SourceAsync<PreparationIsLeft, UseUsing>(
            Body("// for the push\nvar prepared = AcrTokenPrepare(s => s);\nConsole.WriteLine(prepared.Name);"),
            Body("// for the push\nusing var prepared = AcrTokenPrepare(s => s);\nConsole.WriteLine(prepared.Name);")
        );

    [Fact]
    public Task Preparation_in_an_asynchronous_body_IsFixed() =>
        Fix.SourceAsync<PreparationIsLeft, UseUsing>(
            AsyncBody("var prepared = await AcrTokenPrepareAsync(s => s);"),
            AsyncBody("await using var prepared = await AcrTokenPrepareAsync(s => s);")
        );

    [Theory]
    [InlineData("var when = AcrTokenPrepare(s => s).PreparedUntil;")]
    [InlineData("switch (DateTime.Now.Year) { case 1: var prepared = AcrTokenPrepare(s => s); break; }")]
    public Task What_cannot_be_a_using_IsNotFixed(string statements) => Fix.IsNotOfferedAsync<PreparationIsLeft, UseUsing>(Body(statements));
}
