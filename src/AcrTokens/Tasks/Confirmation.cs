namespace AcrTokens;

/// <summary>Asks on the terminal. Refuses if there is none, rather than wait forever.</summary>
internal static class Confirmation
{
    public static void Ask(AcrSettings settings, Func<string, bool>? ask)
    {
        if (ask is null && (Console.IsInputRedirected || Console.IsOutputRedirected || !Environment.UserInteractive))
            throw Refused(settings, "it is to be confirmed, and there is no terminal to ask on. Leave EnableConfirm out of unattended builds");

        if (!(ask ?? AskOnTerminal)($"{settings.Task} on {Describe(settings)}?"))
            throw Refused(settings, "it was not confirmed");
    }

    private static string Describe(AcrSettings settings) =>
        settings switch
        {
            AcrTokenSettings token => $"token '{token.Name}' of registry '{settings.Registry.Name}'",
            AcrScopeMapSettings scopeMap => $"scope map '{scopeMap.Name}' of registry '{settings.Registry.Name}'",
            _ => $"registry '{settings.Registry.Name}'",
        };

    private static bool AskOnTerminal(string question)
    {
        Console.Write($"{question} [y/N] ");
        return Console.ReadLine()?.Trim() is { } answer
            && (answer.Equals("y", StringComparison.OrdinalIgnoreCase) || answer.Equals("yes", StringComparison.OrdinalIgnoreCase));
    }

    private static AcrException Refused(AcrSettings settings, string reason) =>
        new($"{settings.Task} was not started, nothing was sent: {reason}.") { Operation = settings.Task, IsTransient = false };
}
