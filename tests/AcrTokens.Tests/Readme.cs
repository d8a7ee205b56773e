namespace AcrTokens.Tests;

public sealed class Readme
{
    [Fact]
    public void Has_every_task_in_its_table()
    {
        var rows = File.ReadAllLines(Path.Combine(RepositoryRoot.Path, "README.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .ToList();

        SettingsKinds
            .All.Select(s => s.Task)
            .Where(task => !rows.Any(row => row.Contains($"`{task}`", StringComparison.Ordinal)))
            .ShouldBeEmpty("these need a row under Tasks in README.md");
    }
}
