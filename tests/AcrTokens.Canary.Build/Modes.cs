/// <summary>How the build ends.</summary>
enum Ending
{
    Success,
    TargetFailure,

    /// <summary>In <c>WithAcrToken</c>, whose body throws.</summary>
    BodyFailure,
    PushFailure,

    /// <summary>An unhandled exception, on its own thread.</summary>
    Crash,

    /// <summary><see cref="Environment.FailFast(string)"/>.</summary>
    FailFast,
}

/// <summary>How the push gets its credentials.</summary>
enum HandOver
{
    /// <summary>To a small tool, by the private docker configuration.</summary>
    Configuration,

    /// <summary>To a small tool, by variables of its process.</summary>
    Variables,

    /// <summary>By a separate login, with the password on its standard input; then as <see cref="Configuration"/>.</summary>
    Login,

    /// <summary>To the .NET SDK's container publish, by the private docker configuration.</summary>
    Publish,

    /// <summary>To the .NET SDK's container publish, by variables of its process.</summary>
    PublishVariables,
}

/// <summary>Where the build itself leaks the secret, on purpose.</summary>
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

    /// <summary>The build's own Azure.Core pipeline, which logs content.</summary>
    HttpContent,

    /// <summary>A child that outlives the build.</summary>
    Survivor,
}
