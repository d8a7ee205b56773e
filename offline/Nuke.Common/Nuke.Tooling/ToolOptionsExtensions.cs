namespace Nuke.Common.Tooling;

public static class ToolOptionsExtensions
{
    public static T SetProcessToolPath<T>(this T o, string value)
        where T : ToolOptions => o.Modify(b => b.Set(() => o.ProcessToolPath, value));

    public static T SetProcessWorkingDirectory<T>(this T o, string value)
        where T : ToolOptions => o.Modify(b => b.Set(() => o.ProcessWorkingDirectory, value));

    public static T SetProcessEnvironmentVariables<T>(this T o, Dictionary<string, string> values)
        where T : ToolOptions => o.Modify(b => b.Set(() => o.ProcessEnvironmentVariables, values));

    public static T AddProcessEnvironmentVariable<T>(this T o, string key, string value)
        where T : ToolOptions => o.Modify(b => b.AddDictionary(() => o.ProcessEnvironmentVariables, key, value));

    public static T SetProcessEnvironmentVariable<T>(this T o, string key, string value)
        where T : ToolOptions => o.Modify(b => b.SetDictionary(() => o.ProcessEnvironmentVariables, key, value));

    public static T SetProcessEnvironmentVariable<T>(this T o, string key, object value)
        where T : ToolOptions => o.SetProcessEnvironmentVariable(key, value.ToString());

    public static T RemoveProcessEnvironmentVariable<T>(this T o, string key)
        where T : ToolOptions => o.Modify(b => b.RemoveDictionary(() => o.ProcessEnvironmentVariables, key));

    public static T ClearProcessEnvironmentVariables<T>(this T o)
        where T : ToolOptions => o.Modify(b => b.ClearDictionary(() => o.ProcessEnvironmentVariables));

    public static T EnableProcessOutputLogging<T>(this T o)
        where T : ToolOptions => o.Modify(b => b.Set(() => o.ProcessOutputLogging, true));

    public static T DisableProcessOutputLogging<T>(this T o)
        where T : ToolOptions => o.Modify(b => b.Set(() => o.ProcessOutputLogging, false));

    public static T EnableProcessInvocationLogging<T>(this T o)
        where T : ToolOptions => o.Modify(b => b.Set(() => o.ProcessInvocationLogging, true));

    public static T DisableProcessInvocationLogging<T>(this T o)
        where T : ToolOptions => o.Modify(b => b.Set(() => o.ProcessInvocationLogging, false));

    public static T EnableProcessExitHandling<T>(this T o)
        where T : ToolOptions => o.Modify(b => b.Set(() => o.ProcessExitHandling, true));

    public static T DisableProcessExitHandling<T>(this T o)
        where T : ToolOptions => o.Modify(b => b.Set(() => o.ProcessExitHandling, false));

    public static T AddProcessRedactedSecrets<T>(this T o, params string[] v)
        where T : ToolOptions => o.Modify(b => b.AddCollection(() => o.ProcessRedactedSecrets, v));

    public static T AddProcessRedactedSecrets<T>(this T o, IEnumerable<string> v)
        where T : ToolOptions => o.Modify(b => b.AddCollection(() => o.ProcessRedactedSecrets, v));

    public static T RemoveProcessRedactedSecrets<T>(this T o, params string[] v)
        where T : ToolOptions => o.Modify(b => b.RemoveCollection(() => o.ProcessRedactedSecrets, v));

    public static T RemoveProcessRedactedSecrets<T>(this T o, IEnumerable<string> v)
        where T : ToolOptions => o.Modify(b => b.RemoveCollection(() => o.ProcessRedactedSecrets, v));

    public static T ClearProcessRedactedSecrets<T>(this T o)
        where T : ToolOptions => o.Modify(b => b.ClearCollection(() => o.ProcessRedactedSecrets));

    public static T AddProcessAdditionalArguments<T>(this T o, params string[] v)
        where T : ToolOptions => o.Modify(b => b.AddCollection(() => o.ProcessAdditionalArguments, v));

    public static T AddProcessAdditionalArguments<T>(this T o, IEnumerable<string> v)
        where T : ToolOptions => o.Modify(b => b.AddCollection(() => o.ProcessAdditionalArguments, v));
}
