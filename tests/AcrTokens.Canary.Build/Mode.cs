using AcrTokens;

/// <summary>The build's instructions, read from environment variables.</summary>
static class Mode
{
    public static Ending Ending { get; } = Read<Ending>("ENDING");

    public static HandOver HandOver { get; } = Read<HandOver>("HANDOVER");

    public static Slip Slip { get; } = Read<Slip>("SLIP");

    public static bool IsVerbose { get; } = Is("VERBOSE");

    public static bool LogsHttp { get; } = Is("HTTP_LOG");

    public static bool Redacts { get; } = Is("REDACT");

    /// <summary>Whether the console's last line is unfinished when the token is minted.</summary>
    public static bool LeavesALineOpen { get; } = Is("OPEN_LINE");

    public static bool IsPublished => HandOver is HandOver.Publish or HandOver.PublishVariables;

    /// <summary>Turns on all of Azure.Core's logging. The library must refuse the parts that reveal a password.</summary>
    public static void Configure(AcrClientOptions options)
    {
        options.MaskSecrets = Is("MASKS");
        options.GitLabProxyExec = Is("PROXY_EXEC");
        options.OperationTimeout = options.RevokeTimeout = options.Retry.NetworkTimeout = TimeSpan.FromSeconds(30);
        if (!LogsHttp)
            return;

        options.Diagnostics.IsLoggingContentEnabled = true;
        options.Diagnostics.LoggedContentSizeLimit = int.MaxValue;
        options.Diagnostics.LoggedHeaderNames.Add("*");
        options.Diagnostics.LoggedQueryParameters.Add("*");
    }

    static T Read<T>(string name)
        where T : struct => Enum.Parse<T>(Variable(name));

    static bool Is(string name) => Variable(name) == "1";

    static string Variable(string name) =>
        Environment.GetEnvironmentVariable($"CANARY_{name}") ?? throw new InvalidOperationException($"CANARY_{name} is not set");
}
