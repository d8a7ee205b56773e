namespace AcrTokens;

/// <summary>A command that logs in to a registry and reads the password from its standard input.</summary>
/// <param name="Command">The command's name, searched in <c>PATH</c>, or its full path.</param>
/// <param name="Arguments">The arguments before <c>--username NAME --password-stdin LOGINSERVER</c>.</param>
public sealed record AcrLoginTool(string Command, params IReadOnlyList<string> Arguments)
{
    /// <summary><c>docker login</c>. It needs no engine.</summary>
    public static AcrLoginTool Docker { get; } = new("docker", "login");

    /// <summary><c>skopeo login</c>.</summary>
    public static AcrLoginTool Skopeo { get; } = new("skopeo", "login");

    /// <summary><c>oras login</c>.</summary>
    public static AcrLoginTool Oras { get; } = new("oras", "login");

    /// <summary><c>helm registry login</c>.</summary>
    public static AcrLoginTool Helm { get; } = new("helm", "registry", "login");

    /// <summary>The command.</summary>
    public override string ToString() => string.Join(' ', [Command, .. Arguments]);
}
