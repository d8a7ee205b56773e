#addin nuget:?package=Cake.AcrTokens&version=0.1.0&loaddependencies=true

// From the environment that the emulator says to export. Its authority is no real one: DisableInstanceDiscovery.
AcrTokenAliases.Client = new AcrClient(
    new Azure.Identity.ClientSecretCredential(
        EnvironmentVariable("AZURE_TENANT_ID"),
        EnvironmentVariable("AZURE_CLIENT_ID"),
        EnvironmentVariable("AZURE_CLIENT_SECRET"),
        new Azure.Identity.ClientSecretCredentialOptions { AuthorityHost = new Uri(EnvironmentVariable("AZURE_AUTHORITY_HOST")), DisableInstanceDiscovery = true }),
    new AcrClientOptions { Cloud = new AcrCloud(new Uri(EnvironmentVariable("ACR_EMULATOR_ARM")), "https://management.azure.com") });
