// What the samples call of Cake besides Cake.Core's contract: names and signatures of Cake 6.0.0, and nothing in them.
// Where a feed has the real one, .ci/run builds the sample with it.
#pragma warning disable CA2225, CA2227 // not ours to choose

namespace Cake.Core.IO
{
    public sealed class FilePath
    {
        public static implicit operator FilePath(string path) => new();
    }

    public sealed class ProcessArgumentBuilder
    {
        public static implicit operator ProcessArgumentBuilder(string value) => new();
    }

    public sealed class ProcessSettings
    {
        public ProcessArgumentBuilder? Arguments { get; set; }

        public IDictionary<string, string>? EnvironmentVariables { get; set; }
    }
}

namespace Cake.Core
{
    public interface ISetupContext : ICakeContext;

    public interface ITeardownContext : ICakeContext;

    public sealed class CakeTaskBuilder;

    public sealed class CakeReport;

    public static class CakeTaskBuilderExtensions
    {
        public static CakeTaskBuilder IsDependentOn(this CakeTaskBuilder builder, string name) => builder;

        public static CakeTaskBuilder Does(this CakeTaskBuilder builder, Action action) => builder;

        public static CakeTaskBuilder Does(this CakeTaskBuilder builder, Func<Task> func) => builder;

        public static CakeTaskBuilder Does<TData>(this CakeTaskBuilder builder, Func<TData, Task> func)
            where TData : class => builder;
    }
}

namespace Cake.Common
{
    using Cake.Core;
    using Cake.Core.IO;

    public static class Aliases
    {
        public static T Argument<T>(this ICakeContext context, string name, T defaultValue) => defaultValue;

        public static int StartProcess(this ICakeContext context, FilePath fileName, ProcessSettings settings) => 0;
    }
}

namespace Cake.Frosting
{
    using Cake.Core;

    public abstract class FrostingContext(ICakeContext context) : ICakeContext
    {
        public ICakeEnvironment Environment => context.Environment;

        public Core.Diagnostics.ICakeLog Log => context.Log;

        public ICakeArguments Arguments => context.Arguments;

        public ICakeDataResolver Data => context.Data;
    }

    public sealed class CakeHost
    {
        public int Run(IEnumerable<string> args) => 0;
    }

    public static class CakeHostExtensions
    {
        public static CakeHost UseContext<TContext>(this CakeHost host)
            where TContext : FrostingContext => host;

        public static CakeHost UseTeardown<TTeardown>(this CakeHost host) => host;
    }

    public abstract class FrostingTeardown<TContext>
    {
        public abstract void Teardown(TContext context, ITeardownContext info);
    }

    public abstract class FrostingTask<T>
    {
        public virtual void Run(T context)
        {
        }
    }

    public abstract class AsyncFrostingTask<T>
    {
        public virtual Task RunAsync(T context) => Task.CompletedTask;
    }

    [AttributeUsage(AttributeTargets.Class)]
    public sealed class TaskNameAttribute(string name) : Attribute
    {
        public string Name => name;
    }

    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    public sealed class IsDependentOnAttribute(Type task) : Attribute
    {
        public Type Task => task;
    }
}
