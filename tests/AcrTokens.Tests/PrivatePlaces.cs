namespace AcrTokens.Tests;

/// <summary>The folders that may contain private folders, and the variables that choose them.</summary>
public sealed class PrivatePlaces : IDisposable
{
    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("private-places-");

    public void Dispose() => root.Delete(recursive: true);

    [UnixFact]
    public void Are_the_temporary_folder_and_the_users_data()
    {
        var places = Places(("TMPDIR", "/elsewhere"));

        places.Select(p => p.Variable).ShouldBe(["TMPDIR", "HOME"]);
        places[0].Parent.ShouldMatch("^/elsewhere/acrtokens-[0-9]+$");
        places[1].Parent.ShouldStartWith(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData));
        places.Select(p => p.IsMade).ShouldBe([false, true]);
    }

    [UnixFact]
    public void Are_in_tmp_where_nothing_else_is_said() => Places()[0].Above.ShouldBe("/tmp");

    [UnixFact]
    public void Have_a_full_path() => Places(("TMPDIR", "below"))[0].Above.ShouldBe(Path.GetFullPath("below"));

    [UnixFact]
    public void Begin_with_the_runtime_folder_where_that_is_the_users_alone()
    {
        var places = Places(("XDG_RUNTIME_DIR", Own("runtime", Mine)));

        places.Select(p => p.Variable).ShouldBe(["XDG_RUNTIME_DIR", "TMPDIR", "HOME"]);
        places[0].Parent.ShouldBe(Path.Combine(root.FullName, "runtime", "acrtokens"));
    }

    [UnixFact]
    public void Begin_without_it_where_it_is_not()
    {
        var shared = Own("shared", Mine | UnixFileMode.GroupRead);
        var link = Path.Combine(root.FullName, "link");
        Directory.CreateSymbolicLink(link, Own("own", Mine));

        foreach (var runtime in new[] { "", "relative", "/nowhere", shared, link, $"{link}/" })
            Places(("XDG_RUNTIME_DIR", runtime))[0].Variable.ShouldBe("TMPDIR", runtime);
    }

    [Fact]
    public void Are_those_of_this_user_by_default() =>
        PrivatePlace.All().Select(p => p.Above).ShouldContain(Path.TrimEndingDirectorySeparator(Path.GetTempPath()));

    private static IReadOnlyList<PrivatePlace> Places(params (string Name, string Value)[] variables) =>
        PrivatePlace.All(name => variables.FirstOrDefault(v => v.Name == name).Value);

    private string Own(string name, UnixFileMode mode)
    {
        var folder = root.CreateSubdirectory(name).FullName;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, mode);
        return folder;
    }
}
