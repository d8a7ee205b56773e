namespace Nuke.Common.Tools.DotNet;

[LogLevelPattern(LogEventLevel.Warning, @": warning \w{2,5}\d{1,5}:")]
[LogLevelPattern(LogEventLevel.Error, @": error \w{2,5}\d{1,5}:")]
[PathTool(Executable = PathExecutable)]
public class DotNetTasks : ToolTasks
{
    public const string PathExecutable = "dotnet";

    public static string DotNetPath
    {
        get => new DotNetTasks().GetToolPathInternal();
        set => new DotNetTasks().SetToolPath(value);
    }

    public static IReadOnlyCollection<Output> DotNetPublish(DotNetPublishSettings options = null) => new DotNetTasks().Run(options);

    public static IReadOnlyCollection<Output> DotNetPublish(Configure<DotNetPublishSettings> configurator) => DotNetPublish(configurator(new()));

    public static IEnumerable<(DotNetPublishSettings Settings, IReadOnlyCollection<Output> Output)> DotNetPublish(
        CombinatorialConfigure<DotNetPublishSettings> configurator,
        int degreeOfParallelism = 1,
        bool completeOnFailure = false
    ) => configurator.Invoke(DotNetPublish, degreeOfParallelism, completeOnFailure);
}

[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetPublish), Arguments = "publish")]
public class DotNetPublishSettings : ToolOptions
{
    [Argument(Format = "{value}", Position = 1)]
    public string Project => Get<string>(() => Project);

    [Argument(Format = "--configuration {value}")]
    public string Configuration => Get<string>(() => Configuration);

    [Argument(Format = "--nologo")]
    public bool? NoLogo => Get<bool?>(() => NoLogo);

    [Argument(Format = "/t:{value}", Separator = ";")]
    public IReadOnlyList<string> Targets => Get<List<string>>(() => Targets);

    [Argument(Format = "--property:{key}={value}")]
    public IReadOnlyDictionary<string, object> Properties => Get<Dictionary<string, object>>(() => Properties);
}

public static class DotNetPublishSettingsExtensions
{
    public static T SetProject<T>(this T o, string v)
        where T : DotNetPublishSettings => o.Modify(b => b.Set(() => o.Project, v));

    public static T SetConfiguration<T>(this T o, string v)
        where T : DotNetPublishSettings => o.Modify(b => b.Set(() => o.Configuration, v));

    public static T EnableNoLogo<T>(this T o)
        where T : DotNetPublishSettings => o.Modify(b => b.Set(() => o.NoLogo, true));

    public static T DisableNoLogo<T>(this T o)
        where T : DotNetPublishSettings => o.Modify(b => b.Set(() => o.NoLogo, false));

    public static T SetTargets<T>(this T o, params string[] v)
        where T : DotNetPublishSettings => o.Modify(b => b.Set(() => o.Targets, v));

    public static T SetTargets<T>(this T o, IEnumerable<string> v)
        where T : DotNetPublishSettings => o.Modify(b => b.Set(() => o.Targets, v));

    public static T SetProperty<T>(this T o, string k, object v)
        where T : DotNetPublishSettings => o.Modify(b => b.SetDictionary(() => o.Properties, k, v));

    public static T RemoveProperty<T>(this T o, string k)
        where T : DotNetPublishSettings => o.Modify(b => b.RemoveDictionary(() => o.Properties, k));
}
