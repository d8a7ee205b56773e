using System.Net;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

public sealed class SeedFiles : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public async Task What_it_names_is_there_from_the_start()
    {
        await File.WriteAllTextAsync(
            file,
            """
            {
              // comments are fine
              "registries": [{ "name": "myregistry", "tokens": [
                { "name": "seeded", "scopeMap": "_repositories_pull", "enabled": false, "passwords": [{ "name": "password2", "value": "not-a-secret", "expiry": "2030-01-01T00:00:00Z" }] },
              ] }],
            }
            """
        );
        await using var emulator = await AcrEmulator.StartInProcessAsync(new() { SeedFile = file });
        using var client = new HttpClient(emulator.CreateHandler());

        emulator.Tokens.ShouldBe([new EmulatorToken("seeded", false, true, new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero), "myregistry")]);
        (await new RegistryClient(emulator, client).LogIn("seeded", "not-a-secret")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Documented_one_works_as_it_stands()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "docs", "emulator.md"));
        var block = text[(text.IndexOf("```json", StringComparison.Ordinal) + "```json".Length)..];
        await File.WriteAllTextAsync(file, block[..block.IndexOf("```", StringComparison.Ordinal)]);
        await using var emulator = await AcrEmulator.StartInProcessAsync(new() { SeedFile = file });

        emulator.Tokens.ShouldHaveSingleItem().Name.ShouldBe("ci-token");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("""{"registries":[{"name":"another"}]}""")]
    [InlineData("""{"registries":[{"name":"myregistry","tokens":[{"name":"x","scopeMap":"_repositories_pull"}]}]}""")]
    [InlineData(
        """{"registries":[{"name":"myregistry","tokens":[{"name":"seeded","scopeMap":"_repositories_pull","passwords":[{"name":"password1"}]}]}]}"""
    )]
    [InlineData("""{"registries":[{"name":"myregistry","scopeMaps":[{"name":"_repositories_pull","actions":[]}]}]}""")]
    [InlineData("""{"registries":[{"name":"myregistry","scopeMaps":[{"name":"ci-map","actions":["repositories/app/content/eat"]}]}]}""")]
    public async Task File_that_is_not_valid_stops_the_start(string text)
    {
        await File.WriteAllTextAsync(file, text);

        await Should.ThrowAsync<InvalidDataException>(() => AcrEmulator.StartInProcessAsync(new() { SeedFile = file }));
    }

    [Fact]
    public async Task File_that_is_not_there_stops_the_start() =>
        await Should.ThrowAsync<FileNotFoundException>(() => AcrEmulator.StartInProcessAsync(new() { SeedFile = file + ".missing" }));
}
