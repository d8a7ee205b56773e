using AcrTokens.Emulator.State;

namespace AcrTokens.Emulator.Simulations;

/// <summary>The current simulations. The clock is the emulator's own, so that a moved clock shows here.</summary>
internal sealed class Simulator(MovableClock clock)
{
    private volatile EmulatorSimulations current = new();

    public EmulatorSimulations Current
    {
        get => current with { ClockAhead = clock.Ahead };
        set
        {
            Check(value);
            clock.Set(value.ClockAhead);
            current = value;
        }
    }

    /// <exception cref="ArgumentException">The simulations are not valid. The message has all reasons.</exception>
    public static void Check(EmulatorSimulations simulations)
    {
        var mistakes = Mistakes(simulations).ToList();
        if (mistakes.Count > 0)
        {
            throw new ArgumentException(string.Join(" ", mistakes));
        }
    }

    public static IEnumerable<string> Mistakes(EmulatorSimulations simulations)
    {
        var unknown = simulations.MissingRights.Where(right => !Rights.All.Contains(right)).ToList();
        if (unknown.Count > 0)
        {
            yield return $"The emulator knows no right '{string.Join("', '", unknown)}'. It knows {string.Join(", ", Rights.All)}.";
        }

        if (simulations.HtmlProxy is < 200 or > 599)
        {
            yield return $"The proxy's status {simulations.HtmlProxy} is not 200 to 599.";
        }

        if (!Enum.IsDefined(simulations.TokenPolicy) || !Enum.IsDefined(simulations.Lock))
        {
            yield return "There is no such policy or lock.";
        }
    }
}
