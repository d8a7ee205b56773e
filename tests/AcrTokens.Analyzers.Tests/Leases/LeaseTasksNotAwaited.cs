namespace AcrTokens.Analyzers.Tests;

using static Sources;

public sealed class LeaseTasksNotAwaited
{
    [Theory]
    [InlineData("Lease.[|RevokeAsync|]();")]
    [InlineData("lease?.[|RevokeAsync|]();")]
    [InlineData("_ = Lease.[|RevokeAsync|]();")]
    [InlineData("_ = Lease.[|DisposeAsync|]();")]
    [InlineData("Lease.[|RevokeAsync|]().ConfigureAwait(false);")]
    [InlineData("var pending = Lease.[|RevokeAsync|]();")]
    [InlineData("var pending = [|AcrTokenMintAsync|](s => s);")]
    [InlineData("[|AcrTokenRevokeAsync|](s => s);")]
    [InlineData("Action end = () => Lease.[|RevokeAsync|](); end();")]
    public Task Task_that_nobody_awaits_Triggers(string statements) => Check.SourceAsync<LeaseTaskIsNotAwaited>(Body(statements));

    [Fact]
    public Task Message_Names_the_call() =>
        Check.SourceAsync<LeaseTaskIsNotAwaited>(
            Body("Lease.[|RevokeAsync|]();"),
            "Nobody awaits the task of 'RevokeAsync': its failure is lost, and the process may end before it. Await it, or call the synchronous "
                + "method."
        );

    [Theory]
    [InlineData("Lease.RevokeAsync().Wait();")]
    [InlineData("Lease.Revoke();")]
    [InlineData("var pending = Lease.RevokeAsync(); pending.Wait();")]
    [InlineData("Func<Task> end = () => Lease.RevokeAsync(); end().Wait();")]
    [InlineData("Task.WhenAll(Lease.RevokeAsync(), Lease.RevokeAsync()).Wait();")]
    [InlineData("var pending = AcrTokenMintAsync(s => s); lease = pending.Result;")]
    [InlineData("Task End() { return Lease.RevokeAsync(); } End().Wait();")]
    public Task Task_that_somebody_awaits_DoesNotTrigger(string statements) => Check.SourceAsync<LeaseTaskIsNotAwaited>(Body(statements));

    [Theory]
    [InlineData("await Lease.RevokeAsync();")]
    [InlineData("await Lease.DisposeAsync().ConfigureAwait(false);")]
    [InlineData("if (lease is { } open) await open.RevokeAsync();")]
    public Task Awaited_task_DoesNotTrigger(string statements) => Check.SourceAsync<LeaseTaskIsNotAwaited>(AsyncBody(statements));

    [Theory]
    [InlineData("Lease.RevokeAsync(); // at last", "await Lease.RevokeAsync(); // at last")]
    [InlineData("_ = Lease.DisposeAsync();", "await Lease.DisposeAsync();")]
    [InlineData("Lease.RevokeAsync().ConfigureAwait(false);", "await Lease.RevokeAsync().ConfigureAwait(false);")]
    [InlineData("var pending = Lease.RevokeAsync();", "await Lease.RevokeAsync();")]
    [InlineData("AcrTokenRevokeAsync(s => s);", "await AcrTokenRevokeAsync(s => s);")]
    public Task Task_in_an_asynchronous_body_IsFixed(string statement, string awaited) =>
        Fix.SourceAsync<LeaseTaskIsNotAwaited, AwaitLeaseTask>(
            AsyncBody($"await Task.Yield();\n{statement}"),
            AsyncBody($"await Task.Yield();\n{awaited}")
        );

    [Theory]
    [InlineData("Lease.RevokeAsync(); // at last", "Lease.Revoke(); // at last")]
    [InlineData("lease?.RevokeAsync();", "lease?.Revoke();")]
    [InlineData("lease?.RevokeAsync().ConfigureAwait(false);", "lease?.Revoke();")]
    [InlineData("_ = Lease.DisposeAsync();", "Lease.Dispose();")]
    [InlineData("AcrTokenRevokeAsync(s => s);", "AcrTokenRevoke(s => s);")]
    public Task Task_in_another_body_IsFixed(string statement, string called) =>
        Fix.SourceAsync<LeaseTaskIsNotAwaited, AwaitLeaseTask>(Body($"\n{statement}"), Body($"\n{called}"));

    [Theory]
    [InlineData("var pending = AcrTokenMintAsync(s => s);")]
    [InlineData("Lease.RevokeAsync(System.Threading.CancellationToken.None);")]
    [InlineData("Action end = () => Lease.RevokeAsync(); end();")]
    public Task What_has_no_safe_form_IsNotFixed(string statements) => Fix.IsNotOfferedAsync<LeaseTaskIsNotAwaited, AwaitLeaseTask>(Body(statements));

    [Fact]
    public Task Null_IsNotAwaited() =>
        Fix.IsNotOfferedAsync<LeaseTaskIsNotAwaited, AwaitLeaseTask>(AsyncBody("await Task.Yield();\nlease?.RevokeAsync();"));
}
