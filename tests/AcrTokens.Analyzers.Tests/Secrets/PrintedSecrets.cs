namespace AcrTokens.Analyzers.Tests;

using static Sources;

public sealed class PrintedSecrets
{
    [Theory]
    [InlineData("""Serilog.Log.Information("{Password}", [|Lease.Password.Reveal()|]);""")]
    [InlineData("""Serilog.Log.Information("{A}{B}{C}{D}", 1, 2, 3, [|Lease.Password.Reveal()|]);""")]
    [InlineData("""Serilog.Log.Information($"with {[|Lease.Password.Reveal()|]}");""")]
    [InlineData("""Serilog.Log.Logger.Error("with " + [|Lease.Password.Reveal()|].Trim());""")]
    [InlineData("""Console.WriteLine([|Lease.Password.Reveal()|]);""")]
    [InlineData("""Console.Error.WriteLine("{0}", [|Lease.Password.Reveal()|]);""")]
    [InlineData("""Console.WriteLine(string.Format("{0}", [|Lease.Password.Reveal()|]));""")]
    [InlineData("""System.Diagnostics.Debug.WriteLine([|Lease.Password.Reveal()|]);""")]
    [InlineData("""throw new InvalidOperationException($"no login with {[|Lease.Password.Reveal()|]}");""")]
    [InlineData("""throw new AcrException([|Lease.Password.Reveal()|]);""")]
    [InlineData("""Assert.True(Lease.CanLogIn(), $"no login with {[|Lease.Password.Reveal()|]}");""")]
    [InlineData("""Assert.Fail([|Lease.Password.Reveal()|]);""")]
    [InlineData("""Xunit.Assert.Equal("x", [|Lease.Password.Reveal()|]);""")]
    [InlineData("""Shouldly.ShouldBeStringTestExtensions.ShouldBe([|Lease.Password.Reveal()|], "x");""")]
    [InlineData("""Say($"with {[|Lease.Password.Reveal()|]}"); void Say(string message) { }""")]
    [InlineData("""var password = Lease.Password.Reveal(); Console.WriteLine([|password|]);""")]
    [InlineData("""Console.WriteLine("{0}".Replace("{0}", [|Lease.Password.Reveal()|]));""")]
    [InlineData("""Console.WriteLine(lease is null ? "none" : [|lease.Password.Reveal()|]);""")]
    [InlineData("""Console.WriteLine(lease switch { null => "none", var open => [|open.Password.Reveal()|] });""")]
    [InlineData("""Console.WriteLine(lease?[|.Password.Reveal()|]);""")]
    [InlineData("""var password = Lease.Password.Reveal(); var line = "with " + password; Action act = () => Console.WriteLine([|line|]); act();""")]
    [InlineData("""string password; password = Lease.Password.Reveal(); Console.WriteLine(DateTime.Now.Year > 2000 ? [|password|] : "");""")]
    [InlineData("""void Local(AcrSecret secret) => Console.WriteLine([|secret.Reveal()|]); Local(Lease.Password);""")]
    [InlineData(
        """ReportSummary(s => Nuke.Common.Utilities.Collections.DictionaryExtensions.AddPair(s, "Password", [|Lease.Password.Reveal()|]));"""
    )]
    public Task Secret_that_is_printed_Triggers(string statements) => Check.SourceAsync<SecretIsPrinted>(Body(statements));

    [Theory]
    [InlineData(
        "Console.WriteLine([|Lease.Password.Reveal()|]);",
        "The revealed secret reaches the console through 'Console.WriteLine', which prints it in clear text. Drop 'Reveal()': the "
            + "AcrSecret itself prints as [REDACTED]."
    )]
    [InlineData(
        "Serilog.Log.Debug([|Lease.Password.Reveal()|]);",
        "The revealed secret reaches the log through 'Log.Debug', which prints it in clear text. Drop 'Reveal()': the AcrSecret itself "
            + "prints as [REDACTED]."
    )]
    [InlineData(
        "throw new AcrException([|Lease.Password.Reveal()|]);",
        "The revealed secret reaches the exception 'AcrException', which prints it in clear text. Drop 'Reveal()': the AcrSecret itself "
            + "prints as [REDACTED]."
    )]
    [InlineData(
        "Xunit.Assert.NotEmpty([|Lease.Password.Reveal()|]);",
        "The revealed secret reaches the assertion 'Assert.NotEmpty', which prints it in clear text. Compare it, and assert the result: "
            + "'(secret.Reveal() == expected)'."
    )]
    public Task Message_Says_what_prints_it(string statements, string message) => Check.SourceAsync<SecretIsPrinted>(Body(statements), message);

    [Theory]
    [InlineData(
        "interface IShow : INukeBuild { AcrTokenLease Open { get; } Target Show => _ => _.Executes(() => "
            + "Console.WriteLine([|Open.Password.Reveal()|])); }"
    )]
    [InlineData("record Shown(AcrSecret Secret) { void Show() => Out.WriteLine([|Secret.Reveal()|]); }")]
    [InlineData("partial class Parts { AcrSecret secret = null!; } partial class Parts { void Show() => WriteLine([|secret.Reveal()|]); }")]
    public Task Secret_in_any_kind_of_type_Triggers(string type) =>
        Check.SourceAsync<SecretIsPrinted>($"using static System.Console;\n{Usings}{type}");

    [Theory]
    [InlineData("""Console.WriteLine(Lease.Password);""")]
    [InlineData("""Serilog.Log.Information("{Password}", Lease.Password);""")]
    [InlineData("""Console.WriteLine(Lease.Password.Reveal() == "x");""")]
    [InlineData("""Console.WriteLine(Lease.Password.Reveal().Length);""")]
    [InlineData("""Assert.True(Lease.Password.Reveal() == "x");""")]
    [InlineData("""Console.WriteLine("output".Replace(Lease.Password.Reveal(), "[REDACTED]"));""")]
    [InlineData("""Console.WriteLine(Lease.Password.Reveal()?.Length);""")]
    [InlineData("""Console.WriteLine(Lease.Password.Reveal() switch { "" => "none", _ => "one" });""")]
    [InlineData("""Console.WriteLine(Lease.Password.Reveal() == "" ? "none" : "one");""")]
    [InlineData("""Console.WriteLine(string.IsNullOrEmpty(Lease.Password.Reveal()));""")]
    [InlineData("""var password = Lease.Password.Reveal(); password = "[REDACTED]"; Console.WriteLine(password);""")]
    [InlineData("""var password = Lease.Password.Reveal(); Console.WriteLine(nameof(password));""")]
    [InlineData("""var header = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{Lease.Name}:{Lease.Password.Reveal()}"));""")]
    [InlineData("""Give(Lease.Password.Reveal()); void Give(string password) { }""")]
    [InlineData("""Send(message: Lease.Password.Reveal()); void Send(string message) { }""")]
    [InlineData("""var password = Lease.Password.Reveal(); password = ""; """)]
    [InlineData("""new System.IO.StringWriter().Write(Lease.Password.Reveal());""")]
    public Task Secret_that_is_not_printed_DoesNotTrigger(string statements) => Check.SourceAsync<SecretIsPrinted>(Body(statements));

    [Theory]
    [InlineData("Console.WriteLine(Lease.Password.Reveal());", "Console.WriteLine(Lease.Password.ToString());")]
    [InlineData("Console.WriteLine($\"with {Lease.Password.Reveal()}\");", "Console.WriteLine($\"with {Lease.Password}\");")]
    [InlineData("Console.WriteLine(\"with \" + Lease.Password.Reveal());", "Console.WriteLine(\"with \" + Lease.Password);")]
    [InlineData(
        "Serilog.Log.Information(\"{Password}\", Lease.Password.Reveal());",
        "Serilog.Log.Information(\"{Password}\", Lease.Password.ToString());"
    )]
    [InlineData(
        "Serilog.Log.Information(\"{A}{B}{C}{D}\", 1, 2, 3, Lease.Password.Reveal());",
        "Serilog.Log.Information(\"{A}{B}{C}{D}\", 1, 2, 3, Lease.Password);"
    )]
    [InlineData("Console.WriteLine(lease?.Password.Reveal());", "Console.WriteLine(lease?.Password.ToString());")]
    [InlineData("throw new AcrException(Lease.Password.Reveal());", "throw new AcrException(Lease.Password.ToString());")]
    public Task Secret_IsFixed(string before, string after) => Fix.SourceAsync<SecretIsPrinted, DropReveal>(Body(before), Body(after));

    [Theory]
    [InlineData("Xunit.Assert.Equal(\"x\", Lease.Password.Reveal());")]
    [InlineData("var password = Lease.Password.Reveal(); Console.WriteLine(password);")]
    public Task What_needs_thought_IsNotFixed(string statements) => Fix.IsNotOfferedAsync<SecretIsPrinted, DropReveal>(Body(statements));
}
