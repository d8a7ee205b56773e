using Cake.Core.Configuration;
using Cake.Core.Diagnostics;
using Cake.Core.IO;
using Cake.Core.Tooling;

namespace Cake.Core;

public abstract class CakeContextAdapter : ICakeContext
{
    protected CakeContextAdapter(ICakeContext context) { }

    public virtual IFileSystem FileSystem => throw CompileContract.Only();

    public virtual ICakeEnvironment Environment => throw CompileContract.Only();

    public virtual IGlobber Globber => throw CompileContract.Only();

    public virtual ICakeLog Log => throw CompileContract.Only();

    public virtual ICakeArguments Arguments => throw CompileContract.Only();

    public virtual IProcessRunner ProcessRunner => throw CompileContract.Only();

    public virtual IRegistry Registry => throw CompileContract.Only();

    public virtual IToolLocator Tools => throw CompileContract.Only();

    public virtual ICakeDataResolver Data => throw CompileContract.Only();

    public virtual ICakeConfiguration Configuration => throw CompileContract.Only();
}
