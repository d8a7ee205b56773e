namespace Nuke.Common.Tools.Docker;

[LogErrorAsStandard]
[LogLevelPattern(LogEventLevel.Warning, "^WARNING!")]
[PathTool(Executable = PathExecutable)]
public class DockerTasks : ToolTasks
{
    public const string PathExecutable = "docker";

    public static string DockerPath
    {
        get => new DockerTasks().GetToolPathInternal();
        set => new DockerTasks().SetToolPath(value);
    }

    public static IReadOnlyCollection<Output> DockerLogin(DockerLoginSettings options = null) => new DockerTasks().Run(options);

    public static IReadOnlyCollection<Output> DockerLogin(Configure<DockerLoginSettings> configurator) => DockerLogin(configurator(new()));

    public static IEnumerable<(DockerLoginSettings Settings, IReadOnlyCollection<Output> Output)> DockerLogin(
        CombinatorialConfigure<DockerLoginSettings> configurator,
        int degreeOfParallelism = 1,
        bool completeOnFailure = false
    ) => configurator.Invoke(DockerLogin, degreeOfParallelism, completeOnFailure);

    public static IReadOnlyCollection<Output> DockerLogout(DockerLogoutSettings options = null) => new DockerTasks().Run(options);

    public static IReadOnlyCollection<Output> DockerLogout(Configure<DockerLogoutSettings> configurator) => DockerLogout(configurator(new()));

    public static IEnumerable<(DockerLogoutSettings Settings, IReadOnlyCollection<Output> Output)> DockerLogout(
        CombinatorialConfigure<DockerLogoutSettings> configurator,
        int degreeOfParallelism = 1,
        bool completeOnFailure = false
    ) => configurator.Invoke(DockerLogout, degreeOfParallelism, completeOnFailure);

    public static IReadOnlyCollection<Output> DockerPush(DockerPushSettings options = null) => new DockerTasks().Run(options);

    public static IReadOnlyCollection<Output> DockerPush(Configure<DockerPushSettings> configurator) => DockerPush(configurator(new()));

    public static IEnumerable<(DockerPushSettings Settings, IReadOnlyCollection<Output> Output)> DockerPush(
        CombinatorialConfigure<DockerPushSettings> configurator,
        int degreeOfParallelism = 1,
        bool completeOnFailure = false
    ) => configurator.Invoke(DockerPush, degreeOfParallelism, completeOnFailure);

    public static IReadOnlyCollection<Output> DockerTag(DockerTagSettings options = null) => new DockerTasks().Run(options);

    public static IReadOnlyCollection<Output> DockerTag(Configure<DockerTagSettings> configurator) => DockerTag(configurator(new()));

    public static IEnumerable<(DockerTagSettings Settings, IReadOnlyCollection<Output> Output)> DockerTag(
        CombinatorialConfigure<DockerTagSettings> configurator,
        int degreeOfParallelism = 1,
        bool completeOnFailure = false
    ) => configurator.Invoke(DockerTag, degreeOfParallelism, completeOnFailure);
}

public class DockerOptionsBase : ToolOptions
{
    [Argument(Format = "--config {value}")]
    public string Config => Get<string>(() => Config);
}

[Command(Type = typeof(DockerTasks), Command = nameof(DockerTasks.DockerLogin), Arguments = "login")]
public class DockerLoginSettings : DockerOptionsBase
{
    [Argument(Format = "--password {value}", Secret = true)]
    public string Password => Get<string>(() => Password);

    [Argument(Format = "--username {value}")]
    public string Username => Get<string>(() => Username);

    [Argument(Format = "{value}", Position = -1)]
    public string Server => Get<string>(() => Server);
}

[Command(Type = typeof(DockerTasks), Command = nameof(DockerTasks.DockerLogout), Arguments = "logout")]
public class DockerLogoutSettings : DockerOptionsBase
{
    [Argument(Format = "{value}")]
    public string Server => Get<string>(() => Server);
}

[Command(Type = typeof(DockerTasks), Command = nameof(DockerTasks.DockerPush), Arguments = "push")]
public class DockerPushSettings : DockerOptionsBase
{
    [Argument(Format = "--all-tags")]
    public bool? AllTags => Get<bool?>(() => AllTags);

    [Argument(Format = "{value}", Position = -1)]
    public string Name => Get<string>(() => Name);
}

[Command(Type = typeof(DockerTasks), Command = nameof(DockerTasks.DockerTag), Arguments = "tag")]
public class DockerTagSettings : DockerOptionsBase
{
    [Argument(Format = "{value}", Position = -2)]
    public string SourceImage => Get<string>(() => SourceImage);

    [Argument(Format = "{value}", Position = -1)]
    public string TargetImage => Get<string>(() => TargetImage);
}

public static class DockerOptionsBaseExtensions
{
    public static T SetConfig<T>(this T o, string v)
        where T : DockerOptionsBase => o.Modify(b => b.Set(() => o.Config, v));

    public static T ResetConfig<T>(this T o)
        where T : DockerOptionsBase => o.Modify(b => b.Remove(() => o.Config));
}

public static class DockerLoginSettingsExtensions
{
    public static T SetPassword<T>(this T o, [Secret] string v)
        where T : DockerLoginSettings => o.Modify(b => b.Set(() => o.Password, v));

    public static T SetUsername<T>(this T o, string v)
        where T : DockerLoginSettings => o.Modify(b => b.Set(() => o.Username, v));

    public static T SetServer<T>(this T o, string v)
        where T : DockerLoginSettings => o.Modify(b => b.Set(() => o.Server, v));
}

public static class DockerLogoutSettingsExtensions
{
    public static T SetServer<T>(this T o, string v)
        where T : DockerLogoutSettings => o.Modify(b => b.Set(() => o.Server, v));
}

public static class DockerPushSettingsExtensions
{
    public static T EnableAllTags<T>(this T o)
        where T : DockerPushSettings => o.Modify(b => b.Set(() => o.AllTags, true));

    public static T DisableAllTags<T>(this T o)
        where T : DockerPushSettings => o.Modify(b => b.Set(() => o.AllTags, false));

    public static T SetName<T>(this T o, string v)
        where T : DockerPushSettings => o.Modify(b => b.Set(() => o.Name, v));
}

public static class DockerTagSettingsExtensions
{
    public static T SetSourceImage<T>(this T o, string v)
        where T : DockerTagSettings => o.Modify(b => b.Set(() => o.SourceImage, v));

    public static T SetTargetImage<T>(this T o, string v)
        where T : DockerTagSettings => o.Modify(b => b.Set(() => o.TargetImage, v));
}
