using System.Text;
using AcrTokens;
using Nuke.Common.Tooling;

namespace Nuke.AcrTokens;

/// <summary>Hands a lease's credentials to a tool that NUKE runs: to that one child process, and on no command line.</summary>
public static class AcrLoginExtensions
{
    /// <summary>
    /// Lets the tool log in with the lease: docker, the .NET SDK's container publish, and whatever else reads a docker configuration.
    /// Its process gets <see cref="AcrDockerConfig.Variables"/>, which lead to the lease's private folder; the user's own configuration stays
    /// untouched.
    /// </summary>
    /// <example>
    /// <code>
    /// DockerPush(s => s.SetName("contoso.azurecr.io/samples/app:1.2").SetAcrLogin(lease));
    /// DotNetPublish(s => s.SetProject(project).SetTargets("PublishContainer").SetAcrLogin(lease));
    /// </code>
    /// </example>
    /// <remarks>
    /// No login or logout is needed around it, and there is no secret in the settings. It goes by the environment for docker too, and
    /// not by NUKE's <c>SetConfig</c>: NUKE writes <c>--config</c> behind docker's command, where docker refuses it.
    /// What docker finds in the user's own folder (contexts, plugins, other registries' credentials) it does not find in this one.
    /// The .NET SDK prefers the variables of <see cref="SetAcrContainerVariables"/>, where the machine sets any: take them away with
    /// NUKE's <c>RemoveProcessEnvironmentVariable</c>.
    /// </remarks>
    /// <param name="options">The tool's settings, which stay as they are.</param>
    /// <param name="lease">The lease to log in with; it must be open until the tool has ended.</param>
    /// <returns>A copy of the settings.</returns>
    /// <exception cref="ArgumentNullException">No token was minted in this run.</exception>
    /// <exception cref="InvalidOperationException">The lease has ended.</exception>
    public static T SetAcrLogin<T>(this T options, AcrTokenLease lease)
        where T : ToolOptions => options.SetVariables(Minted(lease).GetDockerConfig().Variables);

    /// <summary>
    /// Sets the variables from which the .NET SDK's container publish takes a user name and a password, for a build that cannot
    /// use a docker configuration. <see cref="SetAcrLogin"/> is the better way.
    /// </summary>
    /// <example>
    /// <code>
    /// DotNetPublish(s => s.SetProject(project).SetTargets("PublishContainer").SetAcrContainerVariables(lease));
    /// </code>
    /// </example>
    /// <remarks>
    /// The variables name no registry: the SDK sends the password to the base image's registry as well. The password is in the settings,
    /// so log none of them, and in the environment of the tool and of all that the tool starts. In what the tool writes, NUKE shows it
    /// as <c>[REDACTED]</c>. Set are <c>DOTNET_CONTAINER_REGISTRY_UNAME</c>, <c>…_PWORD</c>, and their older names
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
