using AcrTokens;
using Azure.Core;
using Cake.Core;
using Cake.Core.Diagnostics;
using Microsoft.Extensions.Logging;
using NSubstitute;
using NSubstitute.ExceptionExtensions;
using LogLevel = Cake.Core.Diagnostics.LogLevel;

namespace Cake.AcrTokens.Tests;

/// <summary>The messages in Cake's log.</summary>
[Collection("process")]
public sealed class Logs : Build
{
    [Fact]
    public void Say_what_was_done()
    {
        Context.AcrTokenUpdate(s => s.SetRegistryName(Registry).SetName("a-token").Disable());

        Logged.ShouldBe([(LogLevel.Information, "Updated token a-token in registry contoso")]);
    }

    [Fact]
    public void Take_braces_as_they_are()
    {
        Context.AcrTokenUpdate(s => s.SetRegistryName(Registry).SetName("a-token").Disable()); // sets the context to log to

        AcrTokenAliases.Client.Logger.LogWarning("{Text}", "{0} {name} {");

        Logged.Last().ShouldBe((LogLevel.Warning, "{0} {name} {"));
    }

    [Fact]
    public async Task Say_why_a_dispose_could_not_revoke()
    {
        var lease = Context.AcrTokenMint(Mint);
        Executor.UpdateTokenAsync(null!, null!, default, default).ThrowsAsyncForAnyArgs(new AcrException("No right to disable."));
        Executor.DeleteTokenAsync(null!, default, default).ThrowsAsyncForAnyArgs(new AcrException("No right to delete."));

        await lease.DisposeAsync();

        Executor.UpdateTokenAsync(null!, null!, default, default).ReturnsForAnyArgs(call => new AcrToken { Id = call.Arg<ResourceIdentifier>() });
        Executor.DeleteTokenAsync(null!, default, default).ReturnsForAnyArgs(Task.CompletedTask);
        var (level, text) = Logged.Last();
        level.ShouldBe(LogLevel.Error);
        text.ShouldContain("could not be revoked");
        text.ShouldContain("No right to disable.");
    }

    [Fact]
    public void Hold_no_password()
    {
        using (Context.AcrTokenMint(Mint))
            Logged.ShouldNotBeEmpty();

        Logged.ShouldAllBe(line => !line.Text.Contains("canary", StringComparison.Ordinal));
    }

    [Fact]
    public void Keep_to_the_verbosity_of_the_build()
    {
        Context.Log.Verbosity.Returns(Verbosity.Quiet);
        Context.AcrTokenUpdate(s => s.SetRegistryName(Registry).SetName("a-token").Disable());

        Logged.ShouldBeEmpty();
    }

    [Fact]
    public void Are_those_of_the_context_that_is_called_on()
    {
        Context.AcrTokenUpdate(s => s.SetRegistryName(Registry).SetName("a-token").Disable());
        var another = Substitute.For<ICakeContext>();
        another.Log.Verbosity.Returns(Verbosity.Normal);

        another.AcrTokenUpdate(s => s.SetRegistryName(Registry).SetName("a-token").Enable());

        Logged.ShouldHaveSingleItem();
        another.Log.ReceivedWithAnyArgs(1).Write(default, default, null, null);
    }

    [Fact]
    public void Of_a_client_that_has_one_stay_its_own()
    {
        var own = Substitute.For<ILogger>();

        AcrTokenAliases.Client = new AcrClient(Executor, new AcrClientOptions { Logger = own });

        AcrTokenAliases.Client.Logger.ShouldBe(own);
    }
}
