namespace Cake.Frosting;

public sealed class CakeHost
{
    public int Run(IEnumerable<string> args) => throw CompileContract.Only();
}

public static class CakeHostExtensions
{
    public static CakeHost UseContext<TContext>(this CakeHost host)
        where TContext : class, IFrostingContext => throw CompileContract.Only();

    public static CakeHost UseTeardown<TTeardown>(this CakeHost host)
        where TTeardown : class, IFrostingTeardown => throw CompileContract.Only();
}
