using System.IO.Pipes;
using System.Text;

namespace AcrTokens.Tests;

/// <summary>Where the commands are written that make a CI host mask a password.</summary>
public sealed class HostMasks : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("host-masks-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Begin_on_a_line_of_their_own()
    {
        using var output = new MemoryStream();

        SecretMask.Write(KnownHosts.Of("GitHub Actions"), ["one", "two"], () => output).ShouldBeTrue();

        Encoding.UTF8.GetString(output.ToArray()).ReplaceLineEndings("\n").ShouldBe("\n::add-mask::one\n::add-mask::two\n");
    }

    [Theory]
    [InlineData("Jenkins")]
    [InlineData("GitLab")]
    [InlineData(null)]
    public void Are_none_where_the_host_has_no_such_command(string? name) =>
        SecretMask.Write(name is null ? null : KnownHosts.Of(name), ["one"], () => throw new InvalidOperationException("opened")).ShouldBeTrue();

    [Fact]
    public void Are_not_written_where_the_host_reads_nothing_and_that_is_told() =>
        SecretMask.Write(KnownHosts.Of("Azure Pipelines"), ["one"], () => null).ShouldBeFalse();

    [UnixFact]
    public void Are_not_for_a_file()
    {
        using var file = File.Create(Path.Combine(folder.FullName, "build.log"));

        HostStream.IsRead(Descriptor(file.SafeFileHandle), isRedirected: true).ShouldBeFalse();
    }

    [UnixFact]
    public void Are_not_for_the_null_device()
    {
        using var device = OpenNull();

        HostStream.IsRead(Descriptor(device.SafeFileHandle), isRedirected: true).ShouldBeFalse();
    }

    [UnixFact]
    public void Are_not_for_what_is_closed() => HostStream.IsRead(int.MaxValue, isRedirected: true).ShouldBeFalse();

    [UnixFact]
    public void Are_for_a_pipe()
    {
        using var pipe = new AnonymousPipeServerStream(PipeDirection.Out);

        HostStream.IsRead((int)pipe.SafePipeHandle.DangerousGetHandle(), isRedirected: true).ShouldBeTrue();
    }

    // There is no terminal. Another device stands in for it, with the console's own report on it.
    [UnixFact]
    public void Are_for_a_terminal()
    {
        using var device = OpenNull();

        HostStream.IsRead(Descriptor(device.SafeFileHandle), isRedirected: false).ShouldBeTrue();
    }

    [Fact]
    public void Are_on_by_default() => new AcrClientOptions().MaskSecrets.ShouldBeTrue();

    // OpenWrite would lock the machine's only one, against every other test run.
    private static FileStream OpenNull() => new("/dev/null", FileMode.Open, FileAccess.Write, FileShare.ReadWrite);

    private static int Descriptor(Microsoft.Win32.SafeHandles.SafeFileHandle handle) => (int)handle.DangerousGetHandle();
}
