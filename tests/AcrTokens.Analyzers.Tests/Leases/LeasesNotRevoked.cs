namespace AcrTokens.Analyzers.Tests;

using static Sources;

public sealed class LeasesNotRevoked
{
    [Theory]
    [InlineData("""var [|minted|] = AcrTokenMint(s => s); Console.WriteLine(minted.Name);""")]
    [InlineData("""AcrTokenLease [|minted|] = AcrTokenMintAsync(s => s).GetAwaiter().GetResult();""")]
    [InlineData("""var [|minted|] = AcrTokenMintAsync(s => s).Result; if (minted != null) Console.WriteLine($"{minted}");""")]
    [InlineData("""var [|minted|] = Client.MintTokenAsync(new AcrTokenMintSettings()).GetAwaiter().GetResult();""")]
    [InlineData("""AcrTokenLease minted; [|minted|] = AcrTokenMint(s => s); var when = minted.ExpiresOn;""")]
    [InlineData("""var directory = [|AcrTokenMint(s => s)|].GetDockerConfig().Directory;""")]
    [InlineData("""var when = [|AcrTokenMint(s => s)|].ExpiresOn;""")]
    [InlineData("""var [|minted|] = AcrTokenMint(s => s); if (minted is not null) _ = minted?.CanLogIn();""")]
    [InlineData("""if (AcrTokenMint(s => s) is { } [|minted|]) Console.WriteLine(minted.Name);""")]
    [InlineData("""if (AcrTokenMint(s => s) is var [|minted|]) Console.WriteLine(minted.Name);""")]
    [InlineData("""var [|minted|] = DateTime.Now.Year > 2000 ? AcrTokenMint(s => s) : AcrTokenMint(s => s.EnableRevocationProof());""")]
    [InlineData("""var [|minted|] = DateTime.Now.Year switch { 2000 => AcrTokenMint(s => s), _ => null }; Console.WriteLine(minted?.Name);""")]
    [InlineData("""var [|minted|] = lease ?? AcrTokenMint(s => s); Console.WriteLine(minted.Name);""")]
    [InlineData("""var ([|minted|], count) = (AcrTokenMint(s => s), 1); Console.WriteLine(minted.Name);""")]
    [InlineData("""var pair = (AcrTokenMint(s => s), 1); var ([|minted|], count) = pair; Console.WriteLine(minted.Name);""")]
    [InlineData("""var pending = AcrTokenMintAsync(s => s); var [|minted|] = pending.Result; Console.WriteLine(minted.Name);""")]
    [InlineData("""switch (AcrTokenMint(s => s)) { case { } [|minted|]: Console.WriteLine(minted.Name); break; }""")]
    [InlineData(
        """Func<Nuke.Common.Tooling.Configure<AcrTokenMintSettings>, AcrTokenLease> mint = AcrTokenMint; var [|minted|] = mint(s => s); _ = minted.Name;"""
    )]
    [InlineData("""var [|minted|] = AcrTokenMint(s => s); var name = minted.Name; Console.WriteLine(name);""")]
    [InlineData("""var [|minted|] = AcrTokenMint(s => s); var same = minted; Console.WriteLine(same.Name);""")]
    [InlineData("""void Local() { var [|minted|] = AcrTokenMint(s => s); _ = minted.Name; } Local();""")]
    [InlineData("""Action act = () => { var [|minted|] = AcrTokenMint(s => s); _ = minted.Name; }; act();""")]
    [InlineData("""var [|minted|] = AcrTokenMint(s => s); Action act = () => Console.WriteLine(minted.Name); act();""")]
    [InlineData("""var prepared = AcrTokenPrepare(s => s); var [|minted|] = prepared.Mint(); Console.WriteLine(minted.Name);""")]
    [InlineData("""var [|minted|] = AcrTokenPrepare(s => s).MintAsync().GetAwaiter().GetResult();""")]
    public Task Local_that_is_only_looked_at_Triggers(string statements) => Check.SourceAsync<LeaseIsNotRevoked>(Body(statements));

    [Fact]
    public Task Awaited_Triggers() =>
        Check.SourceAsync<LeaseIsNotRevoked>(
            AsyncBody("var [|minted|] = await AcrTokenMintAsync(s => s).ConfigureAwait(false); Console.WriteLine(minted.Name);"),
            "Lease 'minted' is never revoked, so its token works until the process ends. Declare it with 'using', call 'Revoke()', or "
                + "'Detach()' to leave it to another process."
        );

    [Fact]
    public Task Alias_Triggers() =>
        Check.SourceAsync<LeaseIsNotRevoked>(
            $$"""
            using Tokens = Nuke.AcrTokens.AcrTokenTasks;
            using Lease = AcrTokens.AcrTokenLease;
            record Push
            {
                string Name() { Lease [|minted|] = Tokens.AcrTokenMint(s => s); return minted.Name; }
            }
            """
        );

    [Theory]
    [InlineData("""using var minted = AcrTokenMint(s => s);""")]
    [InlineData("""using (var minted = AcrTokenMint(s => s)) Console.WriteLine(minted.Name);""")]
    [InlineData("""var minted = AcrTokenMint(s => s); using (minted) Console.WriteLine(minted.Name);""")]
    [InlineData("""var minted = AcrTokenMint(s => s); try { } finally { minted.Revoke(); }""")]
    [InlineData("""var minted = AcrTokenMint(s => s); minted?.Dispose();""")]
    [InlineData("""var minted = AcrTokenMint(s => s); Action act = () => minted.Revoke(); act();""")]
    [InlineData("""var minted = AcrTokenMint(s => s); minted.RevokeAsync().Wait();""")]
    [InlineData("""AcrTokenMint(s => s).Revoke();""")]
    [InlineData("""var minted = AcrTokenMint(s => s); Console.WriteLine(minted.Name); minted.Detach();""")]
    [InlineData("""AcrTokenMint(s => s).Detach();""")]
    [InlineData("""var minted = AcrTokenMint(s => s); Console.WriteLine(minted.Name); minted.BeginRevoke();""")]
    [InlineData("""using var prepared = AcrTokenPrepare(s => s); using var minted = prepared.Mint();""")]
    [InlineData("""var prepared = AcrTokenPrepare(s => s); Console.WriteLine(prepared.Name);""")]
    [InlineData("""var minted = AcrTokenMint(s => s); Console.WriteLine(minted.Name); minted.DetachAsync("docker").Wait();""")]
    public Task Local_that_is_ended_DoesNotTrigger(string statements) => Check.SourceAsync<LeaseIsNotRevoked>(Body(statements));

    [Theory]
    [InlineData("""var minted = AcrTokenMint(s => s); lease = minted;""")]
    [InlineData("""lease = AcrTokenMint(s => s);""")]
    [InlineData("""var all = new List<AcrTokenLease>(); all.Add(AcrTokenMint(s => s));""")]
    [InlineData("""var minted = AcrTokenMint(s => s); Keep(minted); void Keep(AcrTokenLease kept) => lease = kept;""")]
    [InlineData("""var minted = AcrTokenMint(s => s); if (minted is { } open) open.Revoke();""")]
    [InlineData("""var minted = AcrTokenMint(s => s); var pair = (minted, 1); pair.minted.Revoke();""")]
    [InlineData("""var minted = AcrTokenMint(s => s); Func<AcrTokenLease> get = () => minted; get().Revoke();""")]
    [InlineData("""var all = new[] { AcrTokenMint(s => s), AcrTokenMint(s => s) }; foreach (var one in all) one.Revoke();""")]
    [InlineData("""var (minted, count) = (AcrTokenMint(s => s), 1); minted.Revoke();""")]
    [InlineData("""var minted = DateTime.Now.Year > 2000 ? AcrTokenMint(s => s) : null; minted?.Revoke();""")]
    [InlineData("""if (AcrTokenMint(s => s) is { } minted) minted.Revoke();""")]
    [InlineData("""var pending = AcrTokenMintAsync(s => s); using var minted = pending.Result;""")]
    [InlineData("""var all = Task.WhenAll(AcrTokenMintAsync(s => s), AcrTokenMintAsync(s => s)).Result; foreach (var one in all) one.Dispose();""")]
    [InlineData("""var minted = AcrTokenMint(s => s); Action end = minted.Revoke; end();""")]
    [InlineData("""var minted = AcrTokenMint(s => s); try { } finally { AcrTokenRevoke(s => s.SetRegistryName("contoso").SetName(minted.Name)); }""")]
    [InlineData("""var minted = AcrTokenMint(s => s); try { } finally { AcrTokenDelete(s => s.SetResourceId(minted.ResourceId)); }""")]
    [InlineData("""var minted = AcrTokenMint(s => s); var name = minted.Name; AcrTokenRevokeAsync(s => s.SetName(name)).Wait();""")]
    [InlineData("""using var own = AcrTokenLease.Attach(Client, new AcrTokenRevokeSettings().SetName(AcrTokenMint(s => s).Name));""")]
    [InlineData("""AcrTokenLease Make() { var minted = AcrTokenMint(s => s); return minted; } lease = Make();""")]
    [InlineData("""AcrTokenLease Make() => AcrTokenMint(s => s); lease = Make();""")]
    [InlineData("""var pending = AcrTokenMintAsync(s => s); lease = pending.Result;""")]
    public Task Local_that_is_handed_on_DoesNotTrigger(string statements) => Check.SourceAsync<LeaseIsNotRevoked>(Body(statements));

    [Fact]
    public Task Awaited_using_DoesNotTrigger() =>
        Check.SourceAsync<LeaseIsNotRevoked>(AsyncBody("await using var minted = await AcrTokenMintAsync(s => s);"));

    [Fact]
    public Task Somebody_elses_mint_DoesNotTrigger() =>
        Check.SourceAsync<LeaseIsNotRevoked>(
            """
            class Mine { static string AcrTokenMint() => ""; void Run() { var minted = AcrTokenMint(); } }
            """
        );

    [Fact]
    public Task Declaration_IsFixed() =>
        Fix.SourceAsync<LeaseIsNotRevoked, UseUsing>(
            Body("// for the push\nvar minted = AcrTokenMint(s => s);\nConsole.WriteLine(minted.Name);"),
            Body("// for the push\nusing var minted = AcrTokenMint(s => s);\nConsole.WriteLine(minted.Name);")
        );

    [Fact]
    public Task Awaited_declaration_IsFixed() =>
        Fix.SourceAsync<LeaseIsNotRevoked, UseUsing>(
            AsyncBody("var minted = await AcrTokenMintAsync(s => s);"),
            AsyncBody("await using var minted = await AcrTokenMintAsync(s => s);")
        );

    [Fact]
    public Task Declaration_in_a_lambda_of_an_asynchronous_method_IsFixed() =>
        Fix.SourceAsync<LeaseIsNotRevoked, UseUsing>(
            AsyncBody("await Task.Run(() => { var minted = AcrTokenMint(s => s); });"),
            AsyncBody("await Task.Run(() => { using var minted = AcrTokenMint(s => s); });")
        );

    [Fact]
    public Task Declaration_in_a_lock_IsFixed_without_await() =>
        Fix.SourceAsync<LeaseIsNotRevoked, UseUsing>(
            AsyncBody("await Task.Yield();\nlock (this)\n{\n    var minted = AcrTokenMint(s => s); // for the push\n}"),
            AsyncBody("await Task.Yield();\nlock (this)\n{\n    using var minted = AcrTokenMint(s => s); // for the push\n}")
        );

    [Fact]
    public Task Declarations_with_and_without_await_AreFixed_together() =>
        Fix.SourceAsync<LeaseIsNotRevoked, UseUsing>(
            AsyncBody("var one = await AcrTokenMintAsync(s => s);\nvoid Local()\n{\n    var two = AcrTokenMint(s => s);\n}\n\nLocal();"),
            AsyncBody(
                "await using var one = await AcrTokenMintAsync(s => s);\nvoid Local()\n{\n    using var two = AcrTokenMint(s => s);\n}\n\nLocal();"
            )
        );

    [Theory]
    [InlineData("var when = AcrTokenMint(s => s).ExpiresOn;")]
    [InlineData("var minted = AcrTokenMint(s => s); goto end; end: Console.WriteLine();")]
    [InlineData("var minted = AcrTokenMint(s => s); minted = null;")]
    [InlineData("switch (DateTime.Now.Year) { case 1: var minted = AcrTokenMint(s => s); break; }")]
    public Task What_cannot_be_a_using_IsNotFixed(string statements) => Fix.IsNotOfferedAsync<LeaseIsNotRevoked, UseUsing>(Body(statements));
}
