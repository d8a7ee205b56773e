using System.Diagnostics;

namespace AcrTokens.Tests;

/// <summary>Where private folders are created, and how abandoned ones are removed.</summary>
public sealed class PrivateFolders : IDisposable
{
    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("private-folders-");
    private readonly PrivatePlace first;
    private readonly PrivatePlace second;

    public PrivateFolders()
    {
        first = new(root.CreateSubdirectory("first").FullName, "acrtokens", "FIRST");
        second = new(root.CreateSubdirectory("second").FullName, "acrtokens", "SECOND");
    }

    private static DateTimeOffset Later => DateTimeOffset.UtcNow.AddMinutes(5);

    public void Dispose() => root.Delete(recursive: true);

    [Fact]
    public void Lie_in_one_parent_of_the_users_own()
    {
        using var one = PrivateFolder.Create([first, second]);
        using var another = PrivateFolder.Create([first, second]);

        new[] { one.Path, another.Path }.Select(Path.GetDirectoryName).ShouldAllBe(parent => parent == first.Parent);
        another.Path.ShouldNotBe(one.Path);
        OwnFolder.Is(first.Parent).ShouldBeTrue();
        OwnFolder.Is(one.Path).ShouldBeTrue();
        Directory.Exists(second.Parent).ShouldBeFalse();
    }

    [Fact]
    public void Are_gone_once_disposed_with_all_that_tools_put_there()
    {
        var folder = PrivateFolder.Create([first]);
        Directory.CreateDirectory(Path.Combine(folder.Path, "buildx", "instances"));
        File.WriteAllText(Path.Combine(folder.Path, "buildx", "instances", "one"), "");

        folder.Dispose();
        folder.Dispose();

        Directory.GetFileSystemEntries(first.Parent).ShouldBeEmpty();
    }

    [UnixFact]
    public void Leave_what_links_in_them_lead_to()
    {
        var kept = root.CreateSubdirectory("kept");
        var file = Path.Combine(kept.FullName, "file");
        File.WriteAllText(file, "");
        var folder = PrivateFolder.Create([first]);
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "folder"), kept.FullName);
        File.CreateSymbolicLink(Path.Combine(folder.Path, "file"), file);
        File.CreateSymbolicLink(Path.Combine(folder.Path, "nothing"), Path.Combine(root.FullName, "nothing"));
        Directory.CreateSymbolicLink(Path.Combine(Directory.CreateDirectory(Path.Combine(folder.Path, "deep")).FullName, "folder"), kept.FullName);

        folder.Dispose();

        Directory.Exists(folder.Path).ShouldBeFalse();
        File.Exists(file).ShouldBeTrue();
    }

    [UnixFact]
    public void Leave_it_also_when_the_link_is_put_in_a_folders_place_while_they_are_removed()
    {
        var kept = root.CreateSubdirectory("kept");
        using var folder = PrivateFolder.Create([first]);
        var path = Path.Combine(folder.Path, "cache");
        var listed = Directory.CreateDirectory(path);
        OwnFolder.IsFolder(listed).ShouldBeTrue();
        Directory.Delete(path);
        Directory.CreateSymbolicLink(path, kept.FullName);

        FolderRemoval.MoveAside(listed, first.Parent).ShouldBeNull("it is not to be looked into");

        Path.Exists(path).ShouldBeFalse();
        Directory.GetFileSystemEntries(first.Parent).ShouldBe([folder.Path]);
        kept.Exists.ShouldBeTrue();
    }

    [UnixTheory]
    [InlineData("file")]
    [InlineData("link")]
    [InlineData("dangling link")]
    [InlineData("open to others")]
    public void Lie_in_the_next_place_where_the_name_is_taken(string by)
    {
        Take(first.Parent, by);

        using var folder = PrivateFolder.Create([first, second]);

        Path.GetDirectoryName(folder.Path).ShouldBe(second.Parent);
        Directory.Exists(first.Parent).ShouldBe(by is not ("file" or "dangling link"));
    }

    [RootFact]
    public void Lie_in_the_next_place_where_somebody_else_has_the_name() => Lie_in_the_next_place_where_the_name_is_taken("another user's");

    [UnixFact]
    public void Are_not_made_where_every_name_is_taken()
    {
        Take(first.Parent, "file");
        Take(second.Parent, "open to others");

        Should
            .Throw<AcrException>(() => PrivateFolder.Create([first, second]))
            .Message.ShouldBe(
                $"Could not make a private folder: none of these is a folder of this user's alone (mode 0700, no link): {first.Parent} "
                    + $"(FIRST), {second.Parent} (SECOND). Remove one that is yours, or point its variable elsewhere."
            );
    }

    [Fact]
    public void Name_the_folder_that_is_missing_and_its_variable()
    {
        var missing = new PrivatePlace(Path.Combine(root.FullName, "missing"), "acrtokens", "TMPDIR");

        Should
            .Throw<AcrException>(() => PrivateFolder.Create([missing, second]))
            .Message.ShouldBe(
                $"Could not write a private folder in {missing.Above}: There is no such folder. TMPDIR chooses where: point it at a folder "
                    + "that can be written to."
            );
        Directory.Exists(missing.Above).ShouldBeFalse();
    }

    [UnixFact]
    public void Name_the_folder_that_cannot_be_written_and_its_variable()
    {
        // Nobody can create a folder there, not even root.
        var place = new PrivatePlace(OperatingSystem.IsLinux() ? "/proc" : "/dev", "acrtokens", "TMPDIR");

        var failure = Should.Throw<AcrException>(() => PrivateFolder.Create([place, second]));

        failure.Message.ShouldStartWith($"Could not write a private folder in {place.Above}: ");
        failure.Message.ShouldEndWith(" TMPDIR chooses where: point it at a folder that can be written to.");
        failure.InnerException.ShouldNotBeNull();
    }

    [Fact]
    public void Name_the_folder_when_a_file_in_them_cannot_be_written()
    {
        using var folder = PrivateFolder.Create([first]);

        Should
            .Throw<AcrException>(() => folder.Write("no/such/folder", "text"))
            .Message.ShouldStartWith($"Could not write a private folder in {first.Above}: ");
    }

    [Fact]
    public void Of_living_processes_are_no_leftovers()
    {
        using var folder = PrivateFolder.Create([first]);

        Leftovers.Remove([first], Later);

        Directory.Exists(folder.Path).ShouldBeTrue();
    }

    [Fact]
    public void That_nobody_holds_are_removed_once_they_are_not_new()
    {
        var left = Leave();

        Leftovers.Remove([first], DateTimeOffset.UtcNow);
        Directory.Exists(left).ShouldBeTrue("it may be about to be locked");

        Leftovers.Remove([second, first], Later);
        Directory.Exists(left).ShouldBeFalse();
    }

    [Fact]
    public void Stay_while_somebody_holds_their_lock()
    {
        var left = Leave();
        using (File.Open(Path.Combine(left, PrivateFolder.Lock), FileMode.Open, FileAccess.Write, FileShare.None))
        {
            Leftovers.Remove([first], Later);
            Directory.Exists(left).ShouldBeTrue();
        }

        Leftovers.Remove([first], Later);
        Directory.Exists(left).ShouldBeFalse();
    }

    [UnixTheory]
    [InlineData("pipe")]
    [InlineData("link to a pipe")]
    [InlineData("folder")]
    public void Stay_and_hold_up_nobody_where_something_else_is_in_the_locks_place(string other)
    {
        var left = Leave();
        var file = Path.Combine(left, PrivateFolder.Lock);
        File.Delete(file);
        var pipe = other == "pipe" ? file : Path.Combine(root.FullName, "pipe");
        if (other == "folder")
            Directory.CreateDirectory(file);
        else
            Run("mkfifo", pipe);
        if (other == "link to a pipe")
            File.CreateSymbolicLink(file, pipe);
        var another = Leave();

        Leftovers.Remove([first], Later);

        Directory.Exists(left).ShouldBeTrue();
        Directory.Exists(another).ShouldBeFalse("the rest goes on");
    }

    [UnixTheory]
    [InlineData("link")]
    [InlineData("open to others")]
    public void Are_not_looked_for_in_a_parent_that_is_not_the_users_own(string by)
    {
        Take(first.Parent, by);
        var bait = Directory.CreateDirectory(Path.Combine(first.Parent, "bait"));
        var own = Leave(second);

        Leftovers.Remove([first, second], Later);

        bait.Exists.ShouldBeTrue();
        Directory.Exists(own).ShouldBeFalse();
    }

    [RootFact]
    public void Are_not_looked_for_in_a_parent_of_somebody_elses() => Are_not_looked_for_in_a_parent_that_is_not_the_users_own("another user's");

    [UnixFact]
    public void Are_not_what_a_link_in_the_parent_leads_to()
    {
        Leave();
        var kept = root.CreateSubdirectory("kept");
        Directory.CreateSymbolicLink(Path.Combine(first.Parent, "link"), kept.FullName);

        Leftovers.Remove([first], Later);

        kept.Exists.ShouldBeTrue();
    }

    [Fact]
    public void Are_looked_for_in_vain_where_there_are_no_places()
    {
        var missing = new PrivatePlace(Path.Combine(root.FullName, "missing"), "acrtokens", "TMPDIR");

        Leftovers.Remove([missing], Later);

        Directory.Exists(missing.Above).ShouldBeFalse();
    }

    private string Leave(PrivatePlace? place = null)
    {
        OwnFolder.Make((place ?? first).Parent);
        var folder = Path.Combine((place ?? first).Parent, Guid.NewGuid().ToString("N"));
        OwnFolder.Make(folder);
        File.WriteAllText(Path.Combine(folder, PrivateFolder.Lock), "");
        File.WriteAllText(Path.Combine(folder, "config.json"), "{}");
        return folder;
    }

    private void Take(string path, string by)
    {
        switch (by)
        {
            case "file":
                File.WriteAllText(path, "");
                break;
            case "link":
                Directory.CreateSymbolicLink(path, Made(Path.Combine(root.FullName, "elsewhere"), Mine));
                break;
            case "dangling link":
                Directory.CreateSymbolicLink(path, Path.Combine(root.FullName, "nowhere"));
                break;
            case "open to others":
                Made(path, Mine | UnixFileMode.OtherExecute);
                break;
            default:
                Run("chown", "12345", Made(path, Mine));
                break;
        }
    }

    private static string Made(string path, UnixFileMode mode)
    {
        Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, mode);
        return path;
    }

    private static void Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments))!;
        process.WaitForExit();
        process.ExitCode.ShouldBe(0);
    }
}
