// The shapes of NUKE's own tool tasks, which the rules know by name and the stand-in for Nuke.Common does not have.
#nullable disable
namespace Nuke.Common.Tooling
{
    using System.Collections.Generic;

    public delegate IReadOnlyCollection<string> Tool(ArgumentStringHandler arguments, string workingDirectory = null);

    [System.Runtime.CompilerServices.InterpolatedStringHandler]
    public ref struct ArgumentStringHandler
    {
        public ArgumentStringHandler(int literalLength, int formattedCount) { }
        public static implicit operator ArgumentStringHandler(string value) => new(0, 0);
        public void AppendLiteral(string value) { }
        public void AppendFormatted(object value, int alignment = 0, string format = null) { }
    }

    public class ToolOptions { }

    public static class ToolOptionsExtensions
    {
        public static T SetProcessEnvironmentVariable<T>(this T o, string key, string value) where T : ToolOptions => o;
        public static T AddProcessRedactedSecrets<T>(this T o, params string[] v) where T : ToolOptions => o;
        public static T AddProcessAdditionalArguments<T>(this T o, params string[] v) where T : ToolOptions => o;
    }

    public static class ProcessTasks
    {
        public static object StartProcess(string toolPath, ArgumentStringHandler arguments, string workingDirectory = null) => null;
        public static object StartProcess(string toolPath, string arguments = null, string workingDirectory = null, IReadOnlyDictionary<string, string> environmentVariables = null) => null;
        public static object StartShell(string command, string workingDirectory = null) => null;
    }
}

namespace Nuke.Common
{
    public static class EnvironmentInfo
    {
        public static void SetVariable(string name, string value) { }
    }
}

namespace Nuke.Common.Tools.Docker
{
    using Nuke.Common.Tooling;

    public class DockerLoginSettings : ToolOptions { }

    public static class DockerLoginSettingsExtensions
    {
        public static T SetUsername<T>(this T o, string v) where T : DockerLoginSettings => o;
        public static T SetPassword<T>(this T o, string v) where T : DockerLoginSettings => o;
        public static T SetServer<T>(this T o, string v) where T : DockerLoginSettings => o;
    }

    public static class DockerTasks
    {
        public static void Docker(ArgumentStringHandler arguments) { }
        public static void DockerLogin(Configure<DockerLoginSettings> configurator) { }
    }
}

namespace Nuke.AcrTokens
{
    public static class LoginVerbs
    {
        public static T SetAcrLogin<T>(this T settings, global::AcrTokens.AcrTokenLease lease) where T : Nuke.Common.Tools.Docker.DockerLoginSettings => settings;
    }
}
