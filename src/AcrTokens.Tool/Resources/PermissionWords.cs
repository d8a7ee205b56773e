namespace AcrTokens.Tool.Resources;

/// <summary>The names of permissions: the library's, and the service's as in <c>az</c>.</summary>
internal static class PermissionWords
{
    public static IReadOnlyDictionary<string, AcrPermission> OfRepository { get; } =
        new Dictionary<string, AcrPermission>(StringComparer.OrdinalIgnoreCase)
        {
            ["pull"] = AcrPermission.Pull,
            ["push"] = AcrPermission.Push,
            ["delete"] = AcrPermission.Delete,
            ["metadata-read"] = AcrPermission.MetadataRead,
            ["metadata-write"] = AcrPermission.MetadataWrite,
            ["pull-and-list"] = AcrPermission.PullAndList,
            ["push-and-list"] = AcrPermission.PushAndList,
            ["all"] = AcrPermission.All,
            ["content/read"] = AcrPermission.Pull,
            ["content/write"] = AcrPermission.ContentWrite,
            ["content/delete"] = AcrPermission.Delete,
            ["metadata/read"] = AcrPermission.MetadataRead,
            ["metadata/write"] = AcrPermission.MetadataWrite,
        };

    public static IReadOnlyDictionary<string, AcrGatewayPermission> OfGateway { get; } =
        new Dictionary<string, AcrGatewayPermission>(StringComparer.OrdinalIgnoreCase)
        {
            ["config/read"] = AcrGatewayPermission.ConfigRead,
            ["config/write"] = AcrGatewayPermission.ConfigWrite,
            ["message/read"] = AcrGatewayPermission.MessageRead,
            ["message/write"] = AcrGatewayPermission.MessageWrite,
        };
}
