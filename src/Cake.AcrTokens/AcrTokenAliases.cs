using AcrTokens;
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.AcrTokens;

#nullable disable // Cake repeats the signatures in scripts, where annotations are warnings

/// <summary>
/// Cake's aliases for the tokens of Azure Container Registry. Each takes settings, or a lambda that sets them, and has an
/// asynchronous twin, with and without a <see cref="CancellationToken"/>. In a dry run, changes are only rehearsed.
/// </summary>
[CakeAliasCategory("Azure Container Registry")]
[CakeNamespaceImport("AcrTokens")]
[CakeNamespaceImport("Cake.AcrTokens")]
public static partial class AcrTokenAliases
{
    private static readonly CakeLogger Log = new();
    private static readonly AcrHostClient Host = new(Log);

    static AcrTokenAliases() => AcrTokenGuard.IncludeExit();

    /// <summary>
    /// The client that runs the aliases. Replace it to choose a credential, a cloud, a transport or an executor.
    /// It logs to Cake's log unless it has its own. Default: <c>DefaultAzureCredential</c> on the global cloud.
    /// </summary>
    public static AcrClient Client
    {
        get => Host.Client;
        set => Host.Client = value;
    }

    /// <summary>
    /// Whether changes are only rehearsed. Default: whether the process was started with Cake's <c>--dryrun</c>, <c>--noop</c> or
    /// <c>--whatif</c>, and not with <c>=false</c>. Cake itself runs setups and teardowns in a dry run, and does not inform them of it.
    /// </summary>
    public static bool DryRun { get; set; } = IsDryRun(Environment.GetCommandLineArgs());

    // Cake's command line accepts a switch alone, or with a value after '=', ':' or a space. Arguments after "--" are the build's own.
    internal static bool IsDryRun(IEnumerable<string> commandLine)
    {
        var arguments = commandLine.TakeWhile(argument => argument != "--").ToArray();
        var last = Array.FindLastIndex(arguments, argument => argument.Split('=', ':')[0] is "--dryrun" or "--noop" or "--whatif");
        if (last < 0)
            return false;

        var value = arguments[last].Split(['=', ':'], 2) is [_, var assigned] ? assigned : arguments.ElementAtOrDefault(last + 1);
        return !bool.TryParse(value, out var asked) || asked;
    }

    private static AcrClient ClientFor(ICakeContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        Log.Target = context.Log;
        return Client;
    }

    private static T InDryRun<T>(T settings)
        where T : AcrSettings, IAcrChange => DryRun && settings is not null ? settings.EnableWhatIf() : settings;

    private static T New<T>(Func<T, T> configure)
        where T : new()
    {
        ArgumentNullException.ThrowIfNull(configure);
        return configure(new T());
    }

    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
