using Newtonsoft.Json.Linq;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

public class CommandAttribute : Attribute
{
    public Type Type { get; set; }
    public string Command { get; set; }
    public string Arguments { get; set; }
}

public class ArgumentAttribute : Attribute
{
    public int Position { get; set; }
    public string Format { get; set; }
    public bool Secret { get; set; }
    public string Separator { get; set; }
}

public abstract class ToolOptions : Options
{
    protected ToolOptions() => Set(() => ProcessEnvironmentVariables, Environment.GetEnvironmentVariables());

    public string ProcessToolPath => Get<string>(() => ProcessToolPath);
    public string ProcessWorkingDirectory => Get<string>(() => ProcessWorkingDirectory);
    public IReadOnlyDictionary<string, string> ProcessEnvironmentVariables => Get<Dictionary<string, string>>(() => ProcessEnvironmentVariables);
    public bool? ProcessOutputLogging => Get<bool?>(() => ProcessOutputLogging);
    public bool? ProcessInvocationLogging => Get<bool?>(() => ProcessInvocationLogging);
    public bool? ProcessExitHandling => Get<bool?>(() => ProcessExitHandling);
    public IReadOnlyList<string> ProcessRedactedSecrets => Get<List<string>>(() => ProcessRedactedSecrets);
    public IReadOnlyList<string> ProcessAdditionalArguments => Get<List<string>>(() => ProcessAdditionalArguments);

    private IEnumerable<(JToken Value, ArgumentAttribute Argument)> Given =>
        InternalOptions
            .Properties()
            .Select(x => (x.Value, GetType().GetProperties().First(y => y.Name == x.Name).GetCustomAttribute<ArgumentAttribute>()))
            .Where(x => x.Item2 != null);

    internal ToolTasks CreateTasks() => (ToolTasks)Activator.CreateInstance(GetType().GetCustomAttribute<CommandAttribute>().NotNull().Type);

    internal IEnumerable<string> GetSecrets() =>
        (ProcessRedactedSecrets ?? []).Concat(Given.Where(x => x.Argument.Secret).Select(x => x.Value.Value<string>()));

    /// <remarks>Returns the command, the first positions, the options in the order in which they were set, and the last positions.</remarks>
    internal IEnumerable<string> GetArguments() =>
        new[] { GetType().GetCustomAttribute<CommandAttribute>()?.Arguments }
            .Where(x => x != null)
            .Concat(
                Given
                    .OrderByDescending(x => Math.Sign(x.Argument.Position))
                    .ThenBy(x => x.Argument.Position)
                    .SelectMany(x => Format(x.Value, x.Argument))
            )
            .Concat(ProcessAdditionalArguments ?? []);

    private static IEnumerable<string> Format(JToken value, ArgumentAttribute argument)
    {
        var parts = argument.Format.Split(' ');
        return value switch
        {
            JArray list when argument.Separator != null => Fill(string.Join(argument.Separator, Texts(list))),
            JArray list => Texts(list).SelectMany(x => Fill(x)),
            JObject pairs => pairs.Properties().Where(x => Text(x.Value) != "").SelectMany(x => Fill(Lower(Text(x.Value)), x.Name)),
            { Type: JTokenType.Boolean } when !argument.Format.Contains("{value}") => value.Value<bool>() ? parts : [],
            _ => Text(value) is { Length: > 0 } text ? Fill(text) : [],
        };

        IEnumerable<string> Fill(string text, string key = "") => parts.Select(x => x.Replace("{key}", key).Replace("{value}", text));
    }

    private static IEnumerable<string> Texts(JArray list) => list.Select(Text).Where(x => x != "");

    private static string Text(JToken value) =>
        (value.Type == JTokenType.Boolean ? Lower(value.ToString()) : value.ToObject<string>()).DoubleQuoteIfNeeded();

    private static string Lower(string text) => text is "True" or "False" ? text.ToLowerInvariant() : text;
}
