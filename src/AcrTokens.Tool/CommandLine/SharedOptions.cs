using System.CommandLine;

namespace AcrTokens.Tool.CommandLine;

/// <summary>The options that several commands share. One option object may belong to many commands.</summary>
internal static class SharedOptions
{
    public static Option<string?> Registry { get; } = CreateRegistry("-r");

    /// <summary>The registry for commands on the registry itself, where the Azure CLI calls it --name.</summary>
    public static Option<string?> RegistryByName { get; } = CreateRegistry("-r", "--name", "-n");

    public static Option<string?> ResourceGroup { get; } =
        new("--resource-group", "-g") { Description = "Its resource group. Default: looked up", HelpName = "name" };

    public static Option<string?> Subscription { get; } =
        new("--subscription") { Description = "Its subscription, a GUID. Default: AZURE_SUBSCRIPTION_ID, else the Azure CLI's", HelpName = "id" };

    public static Option<string?> Cloud { get; } =
        new("--cloud")
        {
            Description = "AzureCloud, AzureChinaCloud, AzureUSGovernment, or the https address of a Resource Manager. Default: AzureCloud",
            HelpName = "cloud",
        };

    public static Option<Uri?> Emulator { get; } =
        new("--emulator")
        {
            Description = "The address of an acr-emulator's Resource Manager. Default: ACR_EMULATOR_ARM, where it is set",
            HelpName = "url",
            CustomParser = result =>
            {
                if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address))
                    return address;

                result.AddError($"--emulator is '{result.Tokens[0].Value}', which is not an address");
                return null;
            },
        };

    public static Option<string?> Audit { get; } =
        new("--audit") { Description = "A file to append one line of JSON to for each token that ends: how, when and by what", HelpName = "file" };

    public static Option<bool> Verbose { get; } = new("--verbose") { Description = "Tell every step on standard error" };

    /// <summary>The output format. Commands that print results add it themselves.</summary>
    public static Option<OutputFormat> Output { get; } =
        new("--output", "-o") { Description = "How to print", DefaultValueFactory = _ => OutputFormat.Table };

    public static Option<bool> WhatIf { get; } = new("--what-if") { Description = "Say what would be sent, and send nothing" };

    public static Option<bool> Confirm { get; } = new("--confirm") { Description = "Ask on the terminal before anything is sent" };

    public static Option<bool> Yes { get; } = new("--yes", "-y") { Description = "Do not ask" };

    /// <summary>The options that every command has besides the registry.</summary>
    public static IReadOnlyList<Option> OfEveryTask => [ResourceGroup, Subscription, Cloud, Emulator, Verbose];

    /// <summary>Adds the command line's registry to settings.</summary>
    public static T Apply<T>(ParseResult parsed, T settings)
        where T : AcrSettings =>
        settings with
        {
            RegistryName = parsed.Read(Registry) ?? parsed.Read(RegistryByName) ?? settings.RegistryName,
            ResourceGroupName = parsed.Read(ResourceGroup),
            SubscriptionId = parsed.Read(Subscription),
        };

    /// <summary>An option's or argument's value; the type's default if it is invalid, which the parser reports.</summary>
    public static T? Read<T>(this ParseResult parsed, Option<T> option) => Try(() => parsed.GetValue(option));

    /// <inheritdoc cref="Read{T}(ParseResult, Option{T})"/>
    public static T? Read<T>(this ParseResult parsed, Argument<T> argument) => Try(() => parsed.GetValue(argument));

    private static Option<string?> CreateRegistry(params string[] aliases) =>
        new("--registry", aliases) { Description = "The registry: its name, login server or resource id", HelpName = "registry" };

    private static T? Try<T>(Func<T?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return default;
        }
    }
}
