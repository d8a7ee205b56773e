using Cake.Core;
using Cake.Core.IO;

namespace Cake.Common;

public static class ArgumentAliases
{
    public static T Argument<T>(this ICakeContext context, string name, T defaultValue) => throw CompileContract.Only();
}

public static class ProcessAliases
{
    public static int StartProcess(this ICakeContext context, FilePath fileName, ProcessSettings settings) => throw CompileContract.Only();
}
