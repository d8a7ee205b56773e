using AcrTokens.Emulator.State;

namespace AcrTokens.Emulator.Simulations;

/// <summary>What is simulated now. The clock is the emulator's own, so that whoever moves it finds it here.</summary>
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

    /// <exception cref="ArgumentException">What cannot be simulated, with all reasons at once.</exception>
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
