using AcrTokens;
using NSubstitute;

namespace Cake.AcrTokens.Tests;

/// <summary>Cake runs setups and teardowns in a dry run too. They must change nothing.</summary>
[Collection("process")]
public sealed class DryRuns : Build
{
    [Theory]
    [InlineData(false, "dotnet-cake", "build.cake", "--target=Push")]
    [InlineData(true, "dotnet-cake", "build.cake", "--dryrun")]
    [InlineData(true, "build", "--noop", "--target", "Push")]
    [InlineData(true, "build", "--whatif")]
    [InlineData(true, "dotnet-cake", "build.cake", "--dryrun=true")]
    [InlineData(true, "dotnet-cake", "build.cake", "--dryrun:TRUE")]
    [InlineData(true, "dotnet-cake", "build.cake", "--noop=true", "--target=Push")]
    [InlineData(true, "dotnet-cake", "build.cake", "--dryrun", "true")]
    [InlineData(true, "dotnet-cake", "--dryrun", "build.cake")]
    [InlineData(false, "dotnet-cake", "build.cake", "--dryrun", "false")]
    [InlineData(false, "dotnet-cake", "build.cake", "--dryrun=False")]
    [InlineData(false, "dotnet-cake", "build.cake", "--dryrun:false")]
    [InlineData(false, "dotnet-cake", "build.cake", "--DryRun")]
    [InlineData(false, "dotnet-cake", "build.cake", "--dryrunner=true")]
    [InlineData(false, "dotnet-cake", "build.cake", "--dryrun", "--noop=false")] // the last one counts
    [InlineData(true, "dotnet-cake", "build.cake", "--dryrun=false", "--dryrun")]
    [InlineData(false, "build", "--", "--whatif")]
    public void Are_known_by_the_command_line(bool expected, params string[] commandLine) => AcrTokenAliases.IsDryRun(commandLine).ShouldBe(expected);

    [Fact]
    public async Task Mint_nothing_and_give_a_lease_that_is_over()
    {
        AcrTokenAliases.DryRun = true;

        var lease = Context.AcrTokenMint(Mint);
        Context.AcrTokenRevoke(lease);
        await lease.DisposeAsync();

        Executor.ReceivedCalls().ShouldBeEmpty();
        AcrTokenGuard.OpenLeases.ShouldBeEmpty();
        Should.Throw<InvalidOperationException>(lease.Password.Reveal).Message.ShouldContain("its lease has ended");
        Logged
            .Select(line => line.Text)
            .ShouldBe([
                $"What if: PUT {lease.ResourceId} (scopeMapId = {Registry}/scopeMaps/_repositories_push)",
                $"What if: POST {Registry}/generateCredentials (tokenId = {lease.ResourceId}, name = password1, expiry = {lease.ExpiresOn:u})",
            ]);
    }

    [Fact]
    public void Change_nothing_else_either()
    {
        AcrTokenAliases.DryRun = true;

        Context.AcrTokenCreate(s => s.SetRegistryName(Registry).SetName("a-token").SetScopeMap("_repositories_pull"));
        Context.AcrTokenRevoke(s => s.SetRegistryName(Registry).SetName("a-token"));
        Context.AcrCredentialRegenerate(s => s.SetRegistryName(Registry).SetPasswordName(AcrAdminPasswordName.Password2));

        Executor.ReceivedCalls().ShouldBeEmpty();
    }

    // By reflection, so that new tasks are tested too.
    [Fact]
    public void Rehearse_every_task_that_can_be()
    {
        AcrTokenAliases.DryRun = true;
        var changing = typeof(AcrTokenAliases)
            .GetMethods()
            .Where(m =>
                m.GetParameters() is [_, var settings]
                && settings.ParameterType.IsAssignableTo(typeof(IAcrChange))
                && !m.Name.EndsWith("Async", StringComparison.Ordinal)
            )
            .ToList();

        foreach (var alias in changing)
        {
            var settings = Filled(alias.GetParameters()[1].ParameterType);
            alias.Invoke(null, [Context, settings]);
        }

        changing.Count.ShouldBeGreaterThan(10);
        Executor
            .ReceivedCalls()
            .Select(c => c.GetMethodInfo().Name)
            .ShouldBeSubsetOf(["GetRegistryAsync", "ListTokensAsync", "ListScopeMapsAsync"], "a sweep reads");
    }

    private static object Filled(Type kind)
    {
        object settings = Activator.CreateInstance(kind)!;
        Set(nameof(AcrSettings.RegistryName), Registry);
        Set("Name", "a-token");
        Set("ScopeMap", "_repositories_pull");
        Set("Scopes", new AcrScope[] { new AcrRepositoryScope("samples/app", AcrPermission.Pull) });
        Set("PasswordName", kind == typeof(AcrCredentialRegenerateSettings) ? AcrAdminPasswordName.Password2 : AcrTokenPasswordName.Password1);
        return settings;

        void Set(string name, object value) => kind.GetProperty(name)?.SetValue(settings, value);
    }
}
