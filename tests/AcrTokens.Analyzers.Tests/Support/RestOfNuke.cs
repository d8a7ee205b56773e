// NUKE's members that the rules know by name and the stand-in for Nuke.Common lacks.
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

    public static class ProcessTasks
    {
        public static object StartProcess(string toolPath, ArgumentStringHandler arguments, string workingDirectory = null) => null;

        public static object StartProcess(
            string toolPath,
            string arguments = null,
            string workingDirectory = null,
            IReadOnlyDictionary<string, string> environmentVariables = null
        ) => null;

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

    public static class DockerTasks
    {
        public static void Docker(ArgumentStringHandler arguments) { }

        public static void DockerLogin(Configure<DockerLoginSettings> configurator) { }
    }
}
