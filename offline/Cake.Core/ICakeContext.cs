using Cake.Core.Configuration;
using Cake.Core.Diagnostics;
using Cake.Core.IO;
using Cake.Core.Tooling;

namespace Cake.Core;

public interface ICakeContext
{
    IFileSystem FileSystem { get; }

    ICakeEnvironment Environment { get; }

    IGlobber Globber { get; }

    ICakeLog Log { get; }

    ICakeArguments Arguments { get; }

    IProcessRunner ProcessRunner { get; }

    IRegistry Registry { get; }

    IToolLocator Tools { get; }

    ICakeDataResolver Data { get; }

    ICakeConfiguration Configuration { get; }
}

public interface ISetupContext : ICakeContext { }

public interface ITeardownContext : ICakeContext { }

public interface ICakeEnvironment
{
    string GetEnvironmentVariable(string variable);

    IDictionary<string, string> GetEnvironmentVariables();
}

public interface ICakeArguments
{
    bool HasArgument(string name);

    ICollection<string> GetArguments(string name);

    IDictionary<string, ICollection<string>> GetArguments();
}

public interface ICakeDataResolver
{
    TData Get<TData>()
        where TData : class;
}
