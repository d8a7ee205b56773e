namespace AcrTokens.Analyzers.Tests;

using static Sources;

public sealed class LongLivedPasswords
{
    [Theory]
    [InlineData(
        "var made = [|AcrTokenCredentialGenerate|](s => s.SetRegistryName(\"contoso\").SetName(\"ci-push\"));",
        "The password that 'AcrTokenCredentialGenerate' makes never expires. Use 'SetLifetime' with at most 24 hours."
    )]
    [InlineData(
        "var made = [|AcrTokenCredentialGenerate|](s => s.SetLifetime(null));",
        "The password that 'AcrTokenCredentialGenerate' makes never expires. Use 'SetLifetime' with at most 24 hours."
    )]
    [InlineData(
        "var made = Client.[|GenerateTokenCredentialAsync|](new() { Name = \"ci-push\" });",
        "The password that 'GenerateTokenCredentialAsync' makes never expires. Use 'SetLifetime' with at most 24 hours."
    )]
    [InlineData(
        "var made = AcrTokenCredentialGenerate(s => s.SetLifetime([|TimeSpan.FromDays(30)|]));",
        "The password is good for 30 days. Use 'SetLifetime' with at most 24 hours."
    )]
    [InlineData(
        "var made = AcrTokenCredentialGenerate(new AcrTokenCredentialGenerateSettings { Lifetime = [|TimeSpan.FromHours(25)|] });",
        "The password is good for 25 hours. Use 'SetLifetime' with at most 24 hours."
    )]
    [InlineData(
        "var made = AcrTokenCredentialGenerate(s => s.SetExpiresOn([|DateTimeOffset.UtcNow.AddDays(30)|]));",
        "The password is good for 30 days. Use 'SetLifetime' with at most 24 hours."
    )]
    [InlineData(
        "var made = AcrTokenCredentialGenerate(s => s.SetExpiresOn([|DateTimeOffset.UtcNow + TimeSpan.FromDays(30)|]));",
        "The password is good for 30 days. Use 'SetLifetime' with at most 24 hours."
    )]
    [InlineData(
        "var made = AcrTokenCredentialGenerate(s => s.SetExpiresOn([|DateTimeOffset.UtcNow.AddMonths(2)|]));",
        "The password is good for 56 days. Use 'SetLifetime' with at most 24 hours."
    )]
    [InlineData(
        "var made = AcrTokenCredentialGenerate(s => s.SetExpiresOn([|DateTime.UtcNow.AddYears(1)|]));",
        "The password is good for 365 days. Use 'SetLifetime' with at most 24 hours."
    )]
    [InlineData(
        "lease = AcrTokenMint(s => s.SetMaximumLifetime(TimeSpan.FromDays(9)).SetLifetime([|TimeSpan.FromDays(9)|]));",
        "The password is good for 9 days. Use 'SetLifetime' with at most 24 hours."
    )]
    public Task Password_Triggers(string statements, string message) => Check.SourceAsync<PasswordLivesTooLong>(Body(statements), message);

    [Theory]
    [InlineData("var made = AcrTokenCredentialGenerate(s => s.SetLifetime(TimeSpan.FromHours(24)));")]
    [InlineData("var made = AcrTokenCredentialGenerate(s => s.SetLifetime(TimeSpan.FromHours(DateTime.Now.Hour)));")]
    [InlineData("var made = AcrTokenCredentialGenerate(s => s.SetExpiresOn(DateTimeOffset.UtcNow.AddMinutes(10)));")]
    [InlineData("var made = AcrTokenCredentialGenerate(s => s.SetExpiresOn(Lease.ExpiresOn));")]
    [InlineData("AcrTokenCredentialGenerateSettings settings = new(); var made = AcrTokenCredentialGenerate(settings);")]
    [InlineData("lease = AcrTokenMint(s => s);")]
    [InlineData("AcrTokenPreflight(s => s.SetLifetime(TimeSpan.FromDays(2)));")]
    public Task Password_that_ends_soon_DoesNotTrigger(string statements) => Check.SourceAsync<PasswordLivesTooLong>(Body(statements));

    [Theory]
    [InlineData("30m", 31, true)]
    [InlineData("30m", 30, false)]
    [InlineData("2h", 121, true)]
    [InlineData("2h", 120, false)]
    [InlineData("7d", 10080, false)]
    [InlineData("00:45:00", 46, true)]
    [InlineData("00:45:00", 45, false)]
    [InlineData("soon", 1440, false)]
    [InlineData("soon", 1441, true)]
    [InlineData("0m", 1440, false)]
    [InlineData("-5m", 1440, false)]
    [InlineData("99999999999h", 1441, true)]
    [InlineData("2147483647d", 1441, true)]
    [InlineData("", 1441, true)]
    public Task Maximum_Comes_from_the_editorconfig(string maximum, int minutes, bool triggers)
    {
        var span = $"TimeSpan.FromMinutes({minutes})";
        return Check.SourceWithOptionAsync<PasswordLivesTooLong>(
            Body($"var made = AcrTokenCredentialGenerate(s => s.SetLifetime({(triggers ? $"[|{span}|]" : span)}));"),
            $"acr_tokens.max_lifetime = {maximum}"
        );
    }

    [Theory]
    [InlineData("s => s.SetName(\"ci-push\")", "s => s.SetName(\"ci-push\").SetLifetime(TimeSpan.FromMinutes(30))")]
    [InlineData(
        "s => s\n    .SetRegistryName(\"contoso\")\n    .SetName(\"ci-push\")",
        "s => s\n    .SetRegistryName(\"contoso\")\n    .SetName(\"ci-push\")\n    .SetLifetime(TimeSpan.FromMinutes(30))"
    )]
    [InlineData(
        "s => s\n    .SetRegistryName(\"contoso\") // whose\n    .SetName(\"ci-push\") // which\n",
        "s => s\n    .SetRegistryName(\"contoso\") // whose\n    .SetName(\"ci-push\") // which\n    .SetLifetime(TimeSpan.FromMinutes(30))\n"
    )]
    [InlineData("new AcrTokenCredentialGenerateSettings()", "new AcrTokenCredentialGenerateSettings().SetLifetime(TimeSpan.FromMinutes(30))")]
    [InlineData("s => s.SetLifetime(TimeSpan.FromDays(30))", "s => s.SetLifetime(TimeSpan.FromHours(24))")]
    public Task Password_IsFixed(string before, string after) =>
        Fix.SourceAsync<PasswordLivesTooLong, LimitLifetime>(
            Body($"var made = AcrTokenCredentialGenerate({before});"),
            Body($"var made = AcrTokenCredentialGenerate({after});")
        );

    [Theory]
    [InlineData("var made = AcrTokenCredentialGenerate(s => s.SetExpiresOn(DateTimeOffset.UtcNow.AddDays(30)));")]
    [InlineData("var made = AcrTokenCredentialGenerate(s => s with { Name = \"ci-push\" });")]
    [InlineData("var made = Client.GenerateTokenCredentialAsync(new() { Name = \"ci-push\" });")]
    public Task What_no_verb_can_follow_IsNotFixed(string statements) => Fix.IsNotOfferedAsync<PasswordLivesTooLong, LimitLifetime>(Body(statements));
}
