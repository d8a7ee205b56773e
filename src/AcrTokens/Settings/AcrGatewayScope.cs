namespace AcrTokens;

/// <summary>A token's permissions on one gateway.</summary>
/// <param name="Gateway">The connected registry's name.</param>
/// <param name="Permission">The permissions.</param>
public sealed record AcrGatewayScope(string Gateway, AcrGatewayPermission Permission) : AcrScope
{
    private static readonly (AcrGatewayPermission Allows, string Action)[] Actions =
    [
        (AcrGatewayPermission.ConfigRead, "config/read"),
        (AcrGatewayPermission.ConfigWrite, "config/write"),
        (AcrGatewayPermission.MessageRead, "message/read"),
        (AcrGatewayPermission.MessageWrite, "message/write"),
    ];

    /// <inheritdoc/>
    public override IEnumerable<string> ToActions() => Actions.Where(a => (a.Allows & Permission) != 0).Select(a => $"gateway/{Gateway}/{a.Action}");

    internal override void Check(Mistakes mistakes, OwnHosts own)
    {
        mistakes.AddIf(string.IsNullOrWhiteSpace(Gateway) || Gateway.Contains('/', StringComparison.Ordinal), $"'{Gateway}' is not a gateway's name");
        mistakes.AddIf(!ToActions().Any(), $"gateway '{Gateway}' is given no permission");
    }
}
