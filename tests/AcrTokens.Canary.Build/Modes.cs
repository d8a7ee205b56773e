/// <summary>How the build ends.</summary>
enum Ending
{
    Success,
    TargetFailure,

    /// <summary>With <c>WithAcrToken</c>, whose body throws.</summary>
    BodyFailure,
    PushFailure,

    /// <summary>An exception that nobody catches, on a thread of its own.</summary>
    Crash,

    /// <summary><see cref="Environment.FailFast(string)"/>.</summary>
    FailFast,
}

/// <summary>How the push gets its credentials.</summary>
enum HandOver
{
    /// <summary>A small tool, by the private docker configuration.</summary>
    Configuration,

    /// <summary>A small tool, by variables of its own process.</summary>
    Variables,

    /// <summary>A login of its own, with the password on its standard input; then as <see cref="Configuration"/>.</summary>
    Login,

    /// <summary>The .NET SDK's container publish, by the private docker configuration.</summary>
    Publish,

    /// <summary>The .NET SDK's container publish, by variables of its own process.</summary>
    PublishVariables,
}

/// <summary>Where the build itself lets the secret slip, on purpose.</summary>
enum Slip
{
    None,

    /// <summary>The console, without a log.</summary>
    Output,

    /// <summary>Files in the work folder, in <c>.nuke</c> and in the temporary folder.</summary>
    File,

    /// <summary>A child's argument list.</summary>
    Argument,

    /// <summary>The environment of a child that is not the push.</summary>
    Environment,

    /// <summary>NUKE's log, an exception and the summary.</summary>
    Log,

    /// <summary>An Azure.Core pipeline of the build's own that logs content.</summary>
    HttpContent,

    /// <summary>A child that outlives the build.</summary>
    Survivor,
}
