namespace Cake.Core.Diagnostics;

public enum Verbosity
{
    Quiet,
    Minimal,
    Normal,
    Verbose,
    Diagnostic,
}

public enum LogLevel
{
    Fatal,
    Error,
    Warning,
    Information,
    Verbose,
    Debug,
}

public interface ICakeLog
{
    Verbosity Verbosity { get; set; }

    void Write(Verbosity verbosity, LogLevel level, string format, params object[] args);
}
