using System.Diagnostics;
using System.Text.RegularExpressions;

namespace AcrTokens.Tool.Tests.Leases;

/// <summary><c>acrt exec</c> and signals: the token ends at once, the child hears it and is waited for.</summary>
public sealed class Signals : IAsyncLifetime
{
    private static readonly (string Name, int Number)[] All = [("HUP", 1), ("INT", 2), ("QUIT", 3), ("TERM", 15)];

    private ToolEmulator emulator = null!;

    public async Task InitializeAsync() => emulator = await ToolEmulator.StartAsync();

    public async Task DisposeAsync() => await emulator.DisposeAsync();

    [LinuxFact]
    public async Task To_the_process_alone_are_passed_on_once()
    {
        foreach (var (name, number) in All)
        {
            var ended = await SignalAsync(name, toGroup: false, "exit 9");

            ended.ExitCode.ShouldBe(128 + number, name);
            ended.Heard.ShouldBe([name]);
        }

        emulator.Service.Tokens.ShouldBeEmpty();
    }

    [LinuxFact]
    public async Task To_the_group_are_heard()
    {
        foreach (var (name, number) in All)
        {
            var ended = await SignalAsync(name, toGroup: true, "exit 9");

            ended.ExitCode.ShouldBe(128 + number, name);
            ended.Heard.ShouldContain(name);
        }

        emulator.Service.Tokens.ShouldBeEmpty();
    }

    [LinuxFact]
    public async Task A_child_that_ignores_them_is_killed_after_the_token_has_ended()
    {
        var cases = All.SelectMany(signal => new[] { (signal, ToGroup: false), (signal, ToGroup: true) });

        var ends = await Task.WhenAll(cases.Select(async c => (c, Ended: await SignalAsync(c.signal.Name, c.ToGroup, ""))));

        foreach (var (c, ended) in ends)
        {
            ended.ExitCode.ShouldBe(128 + c.signal.Number, $"{c}");
            ended.WasRevokedBeforeItsEnd.ShouldBeTrue($"{c}");
            IsAlive(ended.Child).ShouldBeFalse($"{c}: the child lives");
        }

        emulator.Service.Tokens.ShouldBeEmpty();
    }

    [LinuxFact]
    public async Task That_come_during_the_mint_leave_no_token_and_start_nothing()
    {
        emulator.Service.AddFault(
            new AcrTokens.Emulator.EmulatorFault("Registries_GenerateCredentials")
            {
                Silence = AcrTokens.Emulator.EmulatorSilence.Answer,
                Hold = "mint",
            }
        );
        var ready = Path.Combine(emulator.Folder, "never");
        using var process = Start("-", $"touch {ready}");
        await emulator.Service.WaitForHoldAsync("mint");

        Kill("TERM", process.Id, toGroup: false);
        await process.WaitForExitAsync();

        process.ExitCode.ShouldBe(143);
        emulator.Service.Tokens.ShouldBeEmpty();
        File.Exists(ready).ShouldBeFalse();
    }

    [ToolFact("script")]
    public async Task Of_a_terminal_are_heard_once()
    {
        var log = Path.Combine(emulator.Folder, "log");
        var script = await WriteScriptAsync("terminal.sh", $"trap 'echo INT >> {log}; exit 9' INT\necho ready\nwhile :; do sleep 0.05; done\n");
        var words = string.Join(' ', Tool.Command.Concat(Exec()).Append("--").Append(script).Select(word => $"'{word}'"));
        var start = new ProcessStartInfo("env", ["--default-signal", "script", "--quiet", "--return", "--command", words, "/dev/null"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in emulator.Environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        (await process.StandardOutput.ReadLineAsync()).ShouldBe("ready", "and nothing before it: the terminal is the child's");

        await process.StandardInput.WriteAsync('\x03');
        await process.StandardInput.FlushAsync();
        await process.WaitForExitAsync();

        (await File.ReadAllLinesAsync(log)).ShouldBe(["INT"]);
        process.ExitCode.ShouldBe(130);
        emulator.Service.Tokens.ShouldBeEmpty();
    }

    private string[] Exec() => ["exec", "--registry", emulator.Registry, "--repository", "samples/app:push"];

    private async Task<Ended> SignalAsync(string signal, bool toGroup, string onSignal)
    {
        var id = Guid.NewGuid().ToString("N");
        var log = Path.Combine(emulator.Folder, $"{id}.log");
        var ready = Path.Combine(emulator.Folder, $"{id}.ready");
        var traps = string.Join('\n', All.Select(s => $"trap '{(onSignal.Length == 0 ? "" : $"echo {s.Name} >> {log}; {onSignal}")}' {s.Name}"));
        using var process = Start(id, $"{traps}\necho $$ > {ready}.new\nmv {ready}.new {ready}\nwhile :; do sleep 0.05; done");
        await UntilAsync(() => File.Exists(ready), process);
        var child = (await File.ReadAllTextAsync(ready)).Trim();
        var token = TokenOf(id);

        Kill(signal, process.Id, toGroup);
        var wasRevoked = false;
        while (!process.HasExited)
        {
            if (!wasRevoked && emulator.Service.Tokens.All(t => t.Name != token))
                wasRevoked = !process.HasExited;
            await Task.Delay(10);
        }

        return new Ended(process.ExitCode, File.Exists(log) ? await File.ReadAllLinesAsync(log) : [], child, wasRevoked);
    }

    // Its prefix tells it from those beside it.
    private string TokenOf(string id) =>
        emulator.Service.Tokens.Select(t => t.Name).Single(name => name.StartsWith(Prefix(id), StringComparison.Ordinal));

    private static string Prefix(string id) => $"s{Regex.Replace(id, "[^0-9a-f]", "")[..Math.Min(10, Regex.Replace(id, "[^0-9a-f]", "").Length)]}";

    // A group of its own, and no signal ignored that whoever runs the tests ignores.
    private Process Start(string id, string script)
    {
        var start = new ProcessStartInfo(
            "env",
            ["--default-signal", "setsid", .. Tool.Command, .. Exec(), "--prefix", Prefix(id), "--", "sh", "-c", script]
        )
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in emulator.Environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static void Kill(string signal, int process, bool toGroup)
    {
        using var kill = Process.Start("kill", [$"-{signal}", "--", $"{(toGroup ? "-" : "")}{process}"]);
        kill.WaitForExit();
        kill.ExitCode.ShouldBe(0);
    }

    private static async Task UntilAsync(Func<bool> isSo, Process process)
    {
        while (!isSo())
        {
            if (process.HasExited)
                Assert.Fail($"it ended with {process.ExitCode}: {await process.StandardError.ReadToEndAsync()}");
            await Task.Delay(10);
        }
    }

    // What nobody has taken the exit code of is there still.
    private static bool IsAlive(string process)
    {
        try
        {
            return !File.ReadAllText($"/proc/{process}/status").Contains("State:\tZ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private async Task<string> WriteScriptAsync(string name, string text)
    {
        var path = Path.Combine(emulator.Folder, name);
        await File.WriteAllTextAsync(path, $"#!/bin/sh\n{text}");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    private sealed record Ended(int ExitCode, string[] Heard, string Child, bool WasRevokedBeforeItsEnd);
}
