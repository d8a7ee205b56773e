namespace AcrTokens;

/// <summary>A token's permissions on the gateway of a connected registry. Values combine.</summary>
[Flags]
public enum AcrGatewayPermission
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Read its configuration: <c>config/read</c>.</summary>
    ConfigRead = 1,

    /// <summary>Write its configuration: <c>config/write</c>.</summary>
    ConfigWrite = 2,

    /// <summary>Read its messages: <c>message/read</c>.</summary>
    MessageRead = 4,

    /// <summary>Write messages to it: <c>message/write</c>.</summary>
    MessageWrite = 8,
}
