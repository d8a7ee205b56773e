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
    [InlineData("""if (Lease.Password.Reveal() is { } password) Serilog.Log.Information([|password|]);""")]
    [InlineData("""if (Lease.Password.Reveal() is not string password) return; Console.WriteLine([|password|]);""")]
    [InlineData("""switch (Lease.Password.Reveal()) { case { } password: Console.WriteLine([|password|]); break; }""")]
    [InlineData("""Console.WriteLine(Lease.Password.Reveal() switch { "" => "none", var password => [|password|] });""")]
    [InlineData("""var (user, password) = (Lease.Name, Lease.Password.Reveal()); Console.WriteLine([|password|]); Console.WriteLine(user);""")]
    [InlineData(
        """var login = (User: Lease.Name, Password: Lease.Password.Reveal()); Console.WriteLine(login.User); Console.WriteLine([|login|].Password);"""
    )]
    [InlineData(
        """var login = new { User = Lease.Name, Password = Lease.Password.Reveal() }; Console.WriteLine(login.User); Console.WriteLine([|login|]);"""
    )]
    [InlineData("""var login = new { Password = Lease.Password.Reveal() }; Console.WriteLine([|login|].Password);""")]
    [InlineData("""var line = "with "; line += Lease.Password.Reveal(); Console.WriteLine([|line|]);""")]
    [InlineData("""string? line = null; line ??= Lease.Password.Reveal(); Console.WriteLine([|line|]);""")]
    [InlineData("""string line; Console.WriteLine(line = [|Lease.Password.Reveal()|]);""")]
    [InlineData("""var password = Lease.Password.Reveal(); Console.WriteLine([|password|]); password = "";""")]
    [InlineData("""Console.WriteLine("{0}{1}{2}{3}", 1, 2, 3, [|Lease.Password.Reveal()|]);""")]
    [InlineData("""Console.WriteLine("{0}", [[|Lease.Password.Reveal()|]]);""")]
    [InlineData("""string[] words = ["with", Lease.Password.Reveal()]; Console.WriteLine(string.Join(" ", [|words|]));""")]
    [InlineData("""string[] words = ["with", .. new[] { Lease.Password.Reveal() }]; foreach (var word in words) Console.WriteLine([|word|]);""")]
    [InlineData("""var words = new List<string> { Lease.Password.Reveal() }; Console.WriteLine(string.Concat([|words|]));""")]
    [InlineData("""var words = new List<string>(); words.Add(Lease.Password.Reveal()); Console.WriteLine([|words|][0]);""")]
    [InlineData("""var words = new Dictionary<string, string> { ["pw"] = Lease.Password.Reveal() }; Console.WriteLine([|words|]["pw"]);""")]
    [InlineData("""var words = new Dictionary<string, string>(); words["pw"] = Lease.Password.Reveal(); Console.WriteLine([|words|]["pw"]);""")]
    [InlineData(
        """var text = new System.Text.StringBuilder(); text.Append("with ").Append(Lease.Password.Reveal()); Console.WriteLine([|text|].ToString());"""
    )]
    [InlineData("""Console.WriteLine(new System.Text.StringBuilder().Append([|Lease.Password.Reveal()|]).ToString());""")]
    [InlineData("""FormattableString text = $"with {Lease.Password.Reveal()}"; Console.WriteLine(FormattableString.Invariant([|text|]));""")]
    [InlineData("""Console.WriteLine(string.Create(null, $"with {[|Lease.Password.Reveal()|]}"));""")]
    [InlineData("""Console.WriteLine(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{Lease.Name}:{[|Lease.Password.Reveal()|]}")));""")]
    [InlineData("""Console.WriteLine(Uri.EscapeDataString([|Lease.Password.Reveal()|]));""")]
    [InlineData("""Console.WriteLine(System.Net.WebUtility.UrlEncode([|Lease.Password.Reveal()|]));""")]
    [InlineData("""Console.WriteLine(System.Text.Json.JsonSerializer.Serialize(new { Password = [|Lease.Password.Reveal()|] }));""")]
    [InlineData(
        """Console.WriteLine(new[] { Lease.Password }.Select(p => [|p.Reveal()|]).First()[..3]); Console.WriteLine([|Lease.Password.Reveal()|][..3]);"""
    )]
    [InlineData("""foreach (var (name, value) in Lease.RevealContainerVariables()) { Console.WriteLine(name); Console.WriteLine([|value|]); }""")]
    [InlineData(
        """foreach (var pair in Lease.RevealContainerVariables()) { Console.WriteLine(pair.Key); Console.WriteLine($"{pair.Key}={[|pair|].Value}"); }"""
    )]
    [InlineData("""var variables = Lease.RevealContainerVariables(); Serilog.Log.Information("{@Variables}", [|variables|]);""")]
    [InlineData("""Console.WriteLine([|Lease.RevealContainerVariables()|]["SDK_CONTAINER_REGISTRY_PWORD"]);""")]
    [InlineData("""Console.WriteLine(string.Join(" ", [|Lease.RevealContainerVariables()|].Values));""")]
    [InlineData(
        """var lines = Lease.RevealContainerVariables().Select(pair => pair.Key + "=" + pair.Value).ToList(); Console.WriteLine(string.Join(" ", [|lines|]));"""
    )]
    [InlineData("""using (Serilog.Context.LogContext.PushProperty("Password", [|Lease.Password.Reveal()|])) { }""")]
    [InlineData("""var log = new Serilog.LoggerConfiguration().Enrich.WithProperty("Password", [|Lease.Password.Reveal()|]).CreateLogger();""")]
    [InlineData("""var log = Serilog.Log.ForContext("Password", [|Lease.Password.Reveal()|]);""")]
    [InlineData("""ReportSummary(s => { s["pw"] = [|Lease.Password.Reveal()|]; return s; });""")]
    [InlineData("""ReportSummary(s => { s.Add("pw", [|Lease.Password.Reveal()|]); return s; });""")]
    [InlineData("""ReportSummary(_ => new() { ["pw"] = [|Lease.Password.Reveal()|] });""")]
    [InlineData("""ReportSummary(_ => new Dictionary<string, string> { { "pw", [|Lease.Password.Reveal()|] } });""")]
    [InlineData("""var table = new Dictionary<string, string> { ["pw"] = Lease.Password.Reveal() }; ReportSummary(_ => [|table|]);""")]
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
        "Xunit.Assert.Empty([|Lease.Password.Reveal()|]);",
        "The revealed secret reaches the assertion 'Assert.Empty', which prints it in clear text. Compare it, and assert the result: "
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
    [InlineData("""Console.WriteLine($"::add-mask::{Lease.Password.Reveal()}");""")]
    [InlineData("""Console.WriteLine("::add-mask::" + Lease.Password.Reveal());""")]
    [InlineData("""Console.WriteLine("::add-mask::{0}", Lease.Password.Reveal());""")]
    [InlineData("""var command = $"##vso[task.setsecret]{Lease.Password.Reveal()}"; Console.Out.WriteLine(command);""")]
    [InlineData("""Console.WriteLine($"##vso[task.setvariable variable=password;issecret=true]{Lease.Password.Reveal()}");""")]
    [InlineData("""Xunit.Assert.NotEmpty(Lease.Password.Reveal());""")]
    [InlineData("""Console.WriteLine(string.Join(",", Lease.RevealContainerVariables().Keys));""")]
    [InlineData("""Console.WriteLine(string.Join(",", Lease.RevealContainerVariables().Select(pair => pair.Key)));""")]
    [InlineData("""Console.WriteLine(Lease.RevealContainerVariables().Count);""")]
    [InlineData(
        """Console.WriteLine(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Lease.Password.Reveal()))));"""
    )]
    [InlineData("""var words = new List<string>(); Console.WriteLine(words.Count); words.Add(Lease.Password.Reveal());""")]
    [InlineData("""var password = Lease.Password.Reveal(); if (password.Length > 3) password = "***"; Console.WriteLine(password);""")]
    [InlineData("""ReportSummary(s => { s["length"] = $"{Lease.Password.Reveal().Length}"; return s; });""")]
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
    [InlineData("Assert.NotNullOrWhiteSpace(Lease.Password.Reveal());")]
    [InlineData("Lease.Password.Reveal().NotNullOrEmpty(\"no password\");")]
    [InlineData("Assert.NotNull(Lease.Password.Reveal(), $\"with {[|Lease.Password.Reveal()|]}\");")]
    public Task Assertion_of_NUKE_prints_its_message_alone(string statements) =>
        Check.SourceAsync<SecretIsPrinted>(
            Body(statements)
                + """
                namespace Nuke.Common
                {
                    static class Assert
                    {
                        public static T NotNull<T>(this T obj, string? message = null) => obj;
                        public static string NotNullOrEmpty(this string str, string? message = null) => str;
                        public static string NotNullOrWhiteSpace(this string str, string? message = null) => str;
                    }
                }
                """
        );

    [Theory]
    [InlineData("Console.WriteLine(Lease.Password.Reveal());", "Console.WriteLine(Lease.Password.ToString());")]
    [InlineData("Console.WriteLine($\"with {Lease.Password.Reveal()}\");", "Console.WriteLine($\"with {Lease.Password}\");")]
    [InlineData(
        "Console.WriteLine(Lease.Password.Reveal() + Lease.Password.Reveal());",
        "Console.WriteLine(Lease.Password.ToString() + Lease.Password.ToString());"
    )]
    [InlineData(
        "Console.WriteLine(\"with \" + Lease.Password.Reveal() + Lease.Password.Reveal());",
        "Console.WriteLine(\"with \" + Lease.Password + Lease.Password);"
    )]
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
