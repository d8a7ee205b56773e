using AcrTokens;
using AcrTokens.Execution;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the client of AcrTokens with a host.</summary>
public static class AcrTokensServiceCollectionExtensions
{
    /// <summary>
    /// Registers an <see cref="AcrClient"/> as a singleton. It logs to the host's <c>ILoggerFactory</c>, and signs in with a registered
    /// <c>TokenCredential</c>, else with <c>DefaultAzureCredential</c>. A registered <see cref="AcrExecutor"/> replaces Azure. The host validates the
    /// options when it starts, before its services, and revokes the client's open leases when it has stopped, after them. An
    /// <see cref="AcrClient"/> that is registered before stays.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="OptionsValidationException">At the host's start: the options are wrong. The message has all mistakes.</exception>
    public static IServiceCollection AddAcrTokens(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);

        services.AddOptions<AcrClientOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<AcrClientOptions>, ClientOptionsSetup>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AcrClientOptions>, OptionsValidation>());
        services.TryAddSingleton<ClientFactory>();
        services.TryAddSingleton(provider => provider.GetRequiredService<ClientFactory>().Create());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, LeasesOfHost>());
        return services;
    }

    /// <summary>
    /// Registers an <see cref="AcrClient"/> as <see cref="AddAcrTokens(IServiceCollection)"/> does, with options from the configuration.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="section">The section that <see cref="AcrTokensOptions"/> are bound to, such as
    /// <c>builder.Configuration.GetSection("AcrTokens")</c>. It may be missing. A key in it that is no option is an error at the host's
    /// start.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddAcrTokens(this IServiceCollection services, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);

        services.AddAcrTokens();
        services.AddOptions<AcrTokensOptions>().Bind(section, binder => binder.ErrorOnUnknownConfiguration = true);
        return services;
    }

    /// <summary>Registers an <see cref="AcrClient"/> as <see cref="AddAcrTokens(IServiceCollection)"/> does, with options set in code.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddAcrTokens(this IServiceCollection services, Action<AcrTokensOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);

        services.AddAcrTokens();
        services.AddOptions<AcrTokensOptions>().Configure(configure);
        return services;
    }
}
