using System.Text;
using AcrTokens;
using Nuke.Common.Tooling;

namespace Nuke.AcrTokens;

/// <summary>Passes a lease's credentials to a tool that NUKE runs: only to that child process, and not on its command line.</summary>
public static class AcrLoginExtensions
{
    /// <summary>
    /// Lets the tool log in with the lease: docker, the .NET SDK's container publish, and any other tool that reads a docker configuration.
    /// Its process gets <see cref="AcrDockerConfig.Variables"/>, which point to the lease's private docker configuration. The user's own
    /// configuration is not changed.
    /// </summary>
    /// <example>
    /// <code>
    /// DockerPush(s => s.SetName("contoso.azurecr.io/samples/app:1.2").SetAcrLogin(lease));
    /// DotNetPublish(s => s.SetProject(project).SetTargets("PublishContainer").SetAcrLogin(lease));
    /// </code>
    /// </example>
    /// <remarks>
    /// No login or logout is needed, and the settings contain no secret. Docker gets the folder by its environment too, not by
    /// NUKE's <c>SetConfig</c>: NUKE writes <c>--config</c> after docker's command, where docker refuses it.
    /// Docker does not find the contents of the user's own folder (contexts, plugins, other registries' credentials) in this one.
    /// If the machine sets the variables of <see cref="SetAcrContainerVariables"/>, the .NET SDK prefers them: remove them with
    /// NUKE's <c>RemoveProcessEnvironmentVariable</c>.
    /// </remarks>
    /// <param name="options">The tool's settings, which are not changed.</param>
    /// <param name="lease">The lease to log in with; it must be open until the tool has ended.</param>
    /// <returns>A copy of the settings.</returns>
    /// <exception cref="ArgumentNullException">No token was minted in this run.</exception>
    /// <exception cref="InvalidOperationException">The lease has ended.</exception>
    public static T SetAcrLogin<T>(this T options, AcrTokenLease lease)
        where T : ToolOptions => options.SetVariables(Minted(lease).GetDockerConfig().Variables);

    /// <summary>
    /// Sets the variables that the .NET SDK's container publish reads a user name and a password from, for a build that cannot
    /// use a docker configuration. Prefer <see cref="SetAcrLogin"/>.
    /// </summary>
    /// <example>
    /// <code>
    /// DotNetPublish(s => s.SetProject(project).SetTargets("PublishContainer").SetAcrContainerVariables(lease));
    /// </code>
    /// </example>
    /// <remarks>
    /// The variables name no registry: the SDK sends the password to the base image's registry as well. The settings contain the password,
    /// so do not log them. The environment of the tool and of its child processes contains it too. NUKE shows it as <c>[REDACTED]</c> in the
    /// tool's output. The variables are <c>DOTNET_CONTAINER_REGISTRY_UNAME</c>, <c>…_PWORD</c>, and their older names
    /// <c>SDK_CONTAINER_REGISTRY_UNAME</c>, <c>…_PWORD</c>.
    /// </remarks>
    /// <inheritdoc cref="SetAcrLogin"/>
    public static T SetAcrContainerVariables<T>(this T options, AcrTokenLease lease)
        where T : ToolOptions
    {
        var variables = Minted(lease).RevealContainerVariables();
        var password = lease.Password.Reveal();
        return options
            .SetVariables(variables)
            .AddProcessRedactedSecrets(password, Convert.ToBase64String(Encoding.UTF8.GetBytes($"{lease.Name}:{password}")));
    }

    private static T SetVariables<T>(this T options, IReadOnlyDictionary<string, string> variables)
        where T : ToolOptions => variables.Aggregate(options, (o, variable) => o.SetProcessEnvironmentVariable(variable.Key, variable.Value));

    private static AcrTokenLease Minted(AcrTokenLease lease) =>
        lease ?? throw new ArgumentNullException(nameof(lease), "No token was minted in this run of the build: do not skip the target that mints it");
}
