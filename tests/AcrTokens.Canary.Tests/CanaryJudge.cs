using System.Security.Cryptography;
using System.Text;
using AcrTokens.Faults;

namespace AcrTokens.Canary.Tests;

/// <summary>Searches everything that was visible, and checks it against what the build may show.</summary>
internal static class CanaryJudge
{
    public static CanaryReport Judge(CanarySight seen, IReadOnlyList<Told> secrets, IReadOnlyList<Told> earlier)
    {
        var search = new SecretSearch([.. secrets, .. earlier, VictimFolders.Proxy]);
        var build = seen.Build;
        var report = new CanaryReport(seen.Case, search.Redact(SecretSearch.WithoutColors($"{build.Output}\n{build.Errors}\n{seen.Redirected}")))
        {
            Secrets = secrets,
        };

        report.Expect(seen.HasEnded, "it did not end");
        report.Expect(build.ExitCode == ExitCode(seen.Case.Ending), $"exit code {build.ExitCode}, not {ExitCode(seen.Case.Ending)}");
        report.Expect(secrets.Count > 0 && seen.FilesInUse is not null, "it never had its lease in use");
        report.Expect(seen.Folders.IsUserConfigurationUntouched, "it changed the user's own docker configuration");

        JudgeOutput(seen, report, search, secrets);
        JudgeFiles(seen, report, search);
        JudgeProcesses(seen, report, search);
        if (seen.Case.HandOver == HandOver.Login && secrets.Count > 0)
            JudgeLogin(seen, report, secrets[0]);
        return report;
    }

    private static int ExitCode(Ending ending) =>
        ending switch
        {
            Ending.Success => 0,
            Ending.Crash or Ending.FailFast => 134,
            _ => 255,
        };

    private static void JudgeOutput(CanarySight seen, CanaryReport report, SecretSearch search, IReadOnlyList<Told> secrets)
    {
        // Masks belong where the host reads: standard output, or standard error if that is all it gets.
        var host = seen.Case.Host;
        var isToBeTold = host.ToMaskLine is not null && !seen.Case.TurnsMasksOff;
        var isTold = isToBeTold && seen.Case.Redirection != Redirection.Both;
        var expected = isTold ? secrets.Take(1).SelectMany(s => WrittenSecret.Masked(s.Token, s.Password)).Select(host.ToMaskLine!).ToList() : [];
        var place = seen.Case.Redirection == Redirection.None ? Place.Output : Place.Errors;
        var (text, elsewhere) = place == Place.Output ? (seen.Build.Output, seen.Build.Errors) : (seen.Build.Errors, seen.Build.Output);
        var lines = text.Split('\n');
        var masks = lines.Where(EmulatedHost.LooksLikeMask).ToList();
        report.Expect(
            masks.Order(StringComparer.Ordinal).SequenceEqual(expected.Order(StringComparer.Ordinal)),
            $"it wrote {masks.Count} lines with mask commands, which are not the {expected.Count} that the host takes"
        );
        report.Expect(
            !$"{elsewhere}\n{seen.Redirected}".Split('\n').Any(EmulatedHost.LooksLikeMask),
            "it wrote a mask command where it is not to be"
        );
        report.Expect(seen.Warnings == (isToBeTold && !isTold ? 1 : 0), $"it said {seen.Warnings} times that the host was not told");

        var others = lines.Index().Where(l => !expected.Contains(l.Item)).ToList();
        var first = others.Where(l => search.In(l.Item).Count > 0).Select(l => l.Index).FirstOrDefault(int.MaxValue);
        report.Expect(Array.FindLastIndex(lines, expected.Contains) < first, "a line carried the secret before it was masked");

        foreach (var line in lines.Where(expected.Contains))
            report.Allow(place, search.In(line));
        var unmasked = search.In(string.Join('\n', others.Select(l => l.Item)));
        report.Note(Place.Output, "standard output", place == Place.Output ? unmasked : search.In(elsewhere));
        report.Note(Place.Errors, "standard error", place == Place.Errors ? unmasked : search.In(elsewhere));
        if (host.ToMaskLine is not null)
            report.Note(Place.HostLog, $"the log that {host} keeps", search.In(host.Keep(seen.Build.Output, seen.Build.Errors).Log));
    }

    private static void JudgeFiles(CanarySight seen, CanaryReport report, SecretSearch search)
    {
        var inUse = seen.FilesInUse ?? [];
        foreach (var (file, forms) in inUse)
        {
            var isAllowed = seen.Folders.IsPrivateConfiguration(file);
            report.Note(Place.FilesInUse, Relative(seen, file), isAllowed ? [] : forms);
            if (isAllowed)
                report.Allow(Place.FilesInUse, forms);
        }

        report.Expect(
            report.Allowed.GetValueOrDefault(Place.FilesInUse) == 1,
            "its one private docker configuration was not there while the lease was in use"
        );
        report.Expect(seen.IsPrivate, "its docker configuration was not private");
        report.Expect(seen.CarriesProxy, "its docker configuration lacks the user's proxy");

        foreach (var (file, forms) in search.InFiles(seen.Folders.Root).Where(f => f.File != seen.Folders.UserConfiguration))
            report.Note(Place.FilesAfter, Relative(seen, file), forms);
    }

    private static void JudgeProcesses(CanarySight seen, CanaryReport report, SecretSearch search)
    {
        foreach (var process in seen.Session.Processes)
        {
            var isGiven = seen.Case.HandOver is HandOver.Variables or HandOver.PublishVariables && seen.Session.IsOrDescendsFrom(process, IsPush);
            report.Note(Place.Arguments, $"{process}", search.In(string.Join('\n', process.ArgumentLists)));
            report.Note(
                Place.Environments,
                $"{process}",
                search.In(string.Join('\n', process.Environments.Select(e => isGiven ? WithoutTheGiven(e) : e)))
            );
            if (isGiven)
                report.Allow(Place.Environments, search.In(string.Join('\n', process.Environments)));
        }

        foreach (var process in seen.Survivors)
            report.Note(Place.Survivors, $"{process}", search.In(string.Join('\n', process.ArgumentLists.Concat(process.Environments))));

        report.Expect(
            seen.Session.Processes.Any(p => p.IsBuild && p.ArgumentLists.Any(a => a.Contains(".Canary.Build.dll", StringComparison.Ordinal))),
            "its process was not seen"
        );
        if (seen.Case is { HandOver: not HandOver.Login } or { Ending: not Ending.PushFailure })
            report.Expect(seen.Session.Processes.Any(IsPush), "its push was not seen");
        if (seen.Case.HandOver is HandOver.Variables or HandOver.PublishVariables)
            report.Expect(report.Allowed.GetValueOrDefault(Place.Environments) > 0, "its push was not seen with the variables that it was given");
    }

    // Excludes the build's fork before it executes the tool, and a shell that names the tool.
    private static bool IsPush(SampledProcess process) =>
        !process.IsBuild
        && process.ArgumentLists.Any(a =>
            a.Contains("/bin/push\0", StringComparison.Ordinal) || a.Contains("\0-t:PublishContainer\0", StringComparison.Ordinal)
        );

    // These two variables may hold the secret, but no other.
    private static string WithoutTheGiven(string environment) =>
        string.Join(
            '\0',
            environment
                .Split('\0')
                .Where(v =>
                    !v.StartsWith("DOTNET_CONTAINER_REGISTRY_PWORD=", StringComparison.Ordinal)
                    && !v.StartsWith("SDK_CONTAINER_REGISTRY_PWORD=", StringComparison.Ordinal)
                )
        );

    private static void JudgeLogin(CanarySight seen, CanaryReport report, Told secret)
    {
        report.Expect(
            seen.Folders.LoginArguments?.StartsWith($"login\n--username\n{secret.Token}\n--password-stdin\nlocalhost:", StringComparison.Ordinal)
                == true,
            "its login tool was not called as it should be"
        );
        report.Expect(
            seen.Folders.LoginInputHash == Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret.Password))),
            "its login tool did not get the password on its standard input"
        );
    }

    private static string Relative(CanarySight seen, string file) => Path.GetRelativePath(seen.Folders.Root, file);
}
