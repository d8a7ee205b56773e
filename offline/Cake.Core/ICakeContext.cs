using Cake.Core.Diagnostics;

namespace Cake.Core;

public interface ICakeContext
{
    ICakeEnvironment Environment { get; }

    ICakeLog Log { get; }

    ICakeArguments Arguments { get; }

    ICakeDataResolver Data { get; }
}

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
