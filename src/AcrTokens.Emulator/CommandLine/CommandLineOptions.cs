using System.CommandLine;
using System.CommandLine.Parsing;

namespace AcrTokens.Emulator.CommandLine;

/// <summary>The options of the command line. Their defaults are the library's, except for the ports.</summary>
internal sealed class CommandLineOptions
{
    private static readonly AcrEmulatorOptions Defaults = new();

    private readonly Option<int> armPort = new("--arm-port")
    {
        Description = "The https port of Resource Manager and sign-in; 0 for any free one",
        DefaultValueFactory = _ => 7443,
    };
    private readonly Option<int> registryPort = new("--registry-port")
    {
        Description = "The http port of the registry; further registries take the ports that follow; 0 for any free one",
        DefaultValueFactory = _ => 5000,
    };
    private readonly Option<int?> registryHttpsPort = new("--registry-https-port")
    {
        Description = "The https port of the registry, whose address is then the login server; 0 for any free one. Default: http only",
    };
    private readonly Option<string[]> registries = new("--registry")
    {
        Description = "The name of a registry; may be given several times",
        DefaultValueFactory = _ => [Defaults.RegistryName],
    };
    private readonly Option<string> resourceGroup = new("--resource-group")
    {
        Description = "The resource group",
        DefaultValueFactory = _ => Defaults.ResourceGroupName,
    };
    private readonly Option<string> subscription = new("--subscription")
    {
        Description = "The subscription's id",
        DefaultValueFactory = _ => Defaults.SubscriptionId,
    };
    private readonly Option<string> tenant = new("--tenant") { Description = "The tenant's id", DefaultValueFactory = _ => Defaults.TenantId };
    private readonly Option<AcrEmulatorSku> sku = new("--sku")
    {
        Description = "The registries' SKU, which decides their quota",
        DefaultValueFactory = _ => Defaults.Sku,
    };
    private readonly Option<bool> adminEnabled = new("--admin-enabled") { Description = "Whether the admin user may log in" };
    private readonly Option<FileInfo?> caFile = new("--ca-file")
    {
        Description = "Where to write the certificate of the authority to trust. Default: a temporary file, deleted at the end",
    };
    private readonly Option<int> latency = new("--latency") { Description = "Milliseconds to delay every response" };
    private readonly Option<int> creationDelay = new("--creation-delay")
    {
        Description = "Milliseconds that a new token stays in the state Creating",
    };
    private readonly Option<int> pageSize = new("--page-size")
    {
        Description = "How many items a page of a list holds; further pages follow by nextLink",
        DefaultValueFactory = _ => Defaults.PageSize,
    };
    private readonly Option<bool> throttle = new("--throttle")
    {
        Description = "Throttle with 429 once a principal exceeds its budget in Resource Manager",
    };
    private readonly Option<Uri?> upstreamRegistry = new("--upstream-registry")
    {
        Description = "The address of a registry without authentication that stores the images. Default: the emulator itself",
        CustomParser = result =>
            Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address) ? address : Refuse(result, "is not an address"),
    };

    private readonly Option<FileInfo?> seed = new("--seed") { Description = "A JSON file of scope maps, tokens and clients to start with" };
    private readonly SimulationOptions simulations = new();
    private readonly Option<bool> noControl = new("--no-control")
    {
        Description = "Turns off the live page, and the API for faults, clock, requests and state",
    };
    private readonly Option<bool> printKey = new("--print-key")
    {
        Description = "Prints the key of the live page and the API even where the output is no terminal, and may be a log",
    };

    public CommandLineOptions()
    {
        foreach (var option in All)
        {
            option.Validators.Add(RefuseOptions);
        }
    }

    public IEnumerable<Option> All =>
        [
            armPort,
            registryPort,
            registryHttpsPort,
            registries,
            resourceGroup,
            subscription,
            tenant,
            sku,
            adminEnabled,
            caFile,
            latency,
            creationDelay,
            pageSize,
            throttle,
            upstreamRegistry,
            seed,
            noControl,
            printKey,
            .. simulations.All,
        ];

    public bool PrintKey(ParseResult parsed) => parsed.GetValue(printKey);

    public FileInfo? CaFile(ParseResult parsed) => parsed.GetValue(caFile);

    public AcrEmulatorOptions Read(ParseResult parsed)
    {
        var names = parsed.GetRequiredValue(registries);
        return new AcrEmulatorOptions
        {
            ResourceManagerPort = parsed.GetValue(armPort),
            RegistryPort = parsed.GetValue(registryPort),
            RegistryHttpsPort = parsed.GetValue(registryHttpsPort),
            RegistryName = names[0],
            FurtherRegistryNames = names[1..],
            ResourceGroupName = parsed.GetRequiredValue(resourceGroup),
            SubscriptionId = parsed.GetRequiredValue(subscription),
            TenantId = parsed.GetRequiredValue(tenant),
            Sku = parsed.GetValue(sku),
            AdminUserEnabled = parsed.GetValue(adminEnabled),
            Latency = TimeSpan.FromMilliseconds(parsed.GetValue(latency)),
            CreationDelay = TimeSpan.FromMilliseconds(parsed.GetValue(creationDelay)),
            PageSize = parsed.GetValue(pageSize),
            Throttle = parsed.GetValue(throttle),
            UpstreamRegistry = parsed.GetValue(upstreamRegistry),
            SeedFile = parsed.GetValue(seed)?.FullName,
            EnableControlApi = !parsed.GetValue(noControl),
            Simulations = simulations.Read(parsed),
        };
    }

    /// <summary>Refuses an option in the place of a missing value: the parser accepts it, as after <c>--ca-file=$UNSET</c>.</summary>
    private static void RefuseOptions(OptionResult result)
    {
        foreach (var token in result.Tokens.Where(token => token.Value.Length == 0 || token.Value.StartsWith("--", StringComparison.Ordinal)))
        {
            result.AddError($"The option {result.Option.Name} needs a value, which '{token.Value}' is not.");
        }
    }

    private static Uri? Refuse(ArgumentResult result, string why)
    {
        result.AddError($"'{result.Tokens[0].Value}' {why}.");
        return null;
    }
}
