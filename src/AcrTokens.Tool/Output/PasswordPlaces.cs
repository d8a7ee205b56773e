using AcrTokens.Tool.CommandLine;

namespace AcrTokens.Tool.Output;

/// <summary>The command line's places for passwords, reserved before any is generated.</summary>
internal sealed class PasswordPlaces : IDisposable
{
    private readonly List<PasswordFile> files = [];

    private PasswordPlaces(bool takeOutput) => TakeOutput = takeOutput;

    /// <summary>Whether standard output is for passwords only.</summary>
    public bool TakeOutput { get; }

    /// <exception cref="AcrException">A file cannot be created. Nothing was sent.</exception>
    public static PasswordPlaces Reserve<T>(Work<T> work)
        where T : AcrSettings
    {
        var places = new PasswordPlaces(work.Parsed.Read(PasswordOptions.Stdout));
        try
        {
            // --what-if leaves nothing behind.
            foreach (var path in work.Settings is IAcrChange { WhatIf: true } ? [] : PasswordOptions.Files(work.Parsed))
                places.files.Add(PasswordFile.Reserve(path));
            return places;
        }
        catch
        {
            places.Dispose();
            throw;
        }
    }

    /// <param name="passwords">The passwords, in the order of their places.</param>
    /// <exception cref="AcrException">The service did not send one, or it cannot be written.</exception>
    public void Write(params IReadOnlyList<(string Name, AcrSecret? Value)> passwords)
    {
        for (var i = 0; i < passwords.Count; i++)
        {
            var value = passwords[i].Value ?? throw new AcrException($"The service did not send {passwords[i].Name}.") { IsTransient = false };
            if (TakeOutput)
                PasswordPipe.Write(value);
            else if (i < files.Count)
                files[i].Write(value);
        }
    }

    public void Dispose()
    {
        foreach (var file in files)
            file.Dispose();
    }
}
