using System.Security.Principal;

namespace AcrTokens;

/// <summary>A place for the user's private folders: a private parent in a folder that may be shared.</summary>
/// <param name="Above">The folder that holds the parent.</param>
/// <param name="Name">The parent's name.</param>
/// <param name="Variable">The environment variable that chooses the folder.</param>
internal sealed record PrivatePlace(string Above, string Name, string Variable)
{
    private const string Own = "acrtokens";

    public string Parent => Path.Combine(Above, Name);

    /// <summary>Whether to create a missing folder.</summary>
    public bool IsMade { get; init; }

    /// <summary>The advice for a place that cannot be written to.</summary>
    public string Advice { get; init; } = $"{Variable} chooses where: point it at a folder that can be written to.";

    /// <summary>The places in order: the user's runtime folder, the temporary folder, the user's application data.</summary>
    public static IReadOnlyList<PrivatePlace> All(Func<string, string?>? variable = null)
    {
        var read = variable ?? Environment.GetEnvironmentVariable;
        var places = new List<PrivatePlace>();
        if (
            !OperatingSystem.IsWindows()
            && read("XDG_RUNTIME_DIR") is { } runtime
            && Path.IsPathFullyQualified(runtime)
            && OwnFolder.Is(Path.TrimEndingDirectorySeparator(runtime))
        )
            places.Add(new(runtime, Own, "XDG_RUNTIME_DIR"));

        places.Add(Temporary(read));
        if (
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is
            { Length: > 0 } data
        )
            places.Add(new(data, Own, DataVariable(read)) { IsMade = true });
        return places;
    }

    /// <summary>The first place with a private parent, which is created if its name is free.</summary>
    /// <exception cref="AcrException">A parent cannot be created, or all names belong to others.</exception>
    public static PrivatePlace Find(IReadOnlyList<PrivatePlace> places)
    {
        foreach (var place in places)
        {
            place.Try(place.MakeParent);
            if (OwnFolder.Is(place.Parent))
                return place;
        }

        var taken = string.Join(", ", places.Select(place => $"{place.Parent} ({place.Variable})"));
        throw new AcrException(
            $"Could not make a private folder: none of these is a folder of this user's alone (mode 0700, no link): {taken}. Remove one "
                + "that is yours, or point its variable elsewhere."
        );
    }

    /// <summary>Runs an action that writes there.</summary>
    /// <exception cref="AcrException">It cannot be written to. The message names the folder, and the variable that chooses another.</exception>
    public void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new AcrException($"Could not write a private folder in {Above}: {failure.Message.TrimEnd('.')}. {Advice}", failure);
        }
    }

    private void MakeParent()
    {
        if (!IsMade && !Directory.Exists(Above))
            throw new DirectoryNotFoundException("There is no such folder.");
        OwnFolder.Make(Parent);
    }

    private static PrivatePlace Temporary(Func<string, string?> read)
    {
        if (!OperatingSystem.IsWindows())
            return new(Path.GetFullPath(read("TMPDIR") is { Length: > 0 } folder ? folder : "/tmp"), $"{Own}-{UnixStatus.GetUser()}", "TMPDIR");

        using var identity = WindowsIdentity.GetCurrent();
        return new(Path.GetFullPath(Path.GetTempPath()), $"{Own}-{identity.User}", read("TMP") is { Length: > 0 } ? "TMP" : "TEMP");
    }

    private static string DataVariable(Func<string, string?> read) =>
        OperatingSystem.IsWindows() ? "LOCALAPPDATA"
        : OperatingSystem.IsLinux() && read("XDG_DATA_HOME") is { Length: > 0 } ? "XDG_DATA_HOME"
        : "HOME";
}
