namespace AcrTokens;

/// <summary>Settings of <c>AcrTokenUpdate</c>, the counterpart of Update-AzContainerRegistryToken. Sends only the properties that are set.</summary>
/// <example><code>s => s.SetRegistryName("contoso.azurecr.io").SetResourceGroupName("builds").SetName("nightly").Disable()</code></example>
public sealed record AcrTokenUpdateSettings : AcrTokenChangeSettings
{
    internal override string Task => "AcrTokenUpdate";

    internal override void Check(Mistakes mistakes, DateTimeOffset now)
    {
        base.Check(mistakes, now);
        mistakes.AddIf(
            ScopeMap is null && Status is null && Passwords is null && Certificates is null,
            "nothing is to be changed (SetScopeMap, Enable, Disable, AddPassword, ClearPasswords, AddCertificate)"
        );
    }
}
