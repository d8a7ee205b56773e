namespace Cake.Core.Configuration
{
    public interface ICakeConfiguration { }
}

namespace Cake.Core.Tooling
{
    public interface IToolLocator { }
}

namespace Cake.Core.IO
{
    public interface IFileSystem { }

    public interface IGlobber { }

    public interface IProcessRunner { }

    public interface IRegistry { }

    public sealed class FilePath
    {
        private FilePath() { }

        public static implicit operator FilePath(string path) => throw CompileContract.Only();
    }

    public sealed class ProcessArgumentBuilder
    {
        public static implicit operator ProcessArgumentBuilder(string value) => throw CompileContract.Only();
    }

    public sealed class ProcessSettings
    {
        public ProcessArgumentBuilder Arguments { get; set; }

        public IDictionary<string, string> EnvironmentVariables { get; set; }
    }
}
