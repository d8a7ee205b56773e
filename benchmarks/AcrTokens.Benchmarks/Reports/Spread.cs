using System.Globalization;

namespace AcrTokens.Benchmarks.Reports;

/// <summary>The median of the measured values, and their quartiles.</summary>
/// <param name="Median">Half of the values are at most this.</param>
/// <param name="Lower">A quarter of the values are at most this.</param>
/// <param name="Upper">Three quarters of the values are at most this.</param>
internal sealed record Spread(double Median, double Lower, double Upper)
{
    public static Spread Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return new Spread(At(0.5), At(0.25), At(0.75));

        double At(double share)
        {
            var place = share * (sorted.Length - 1);
            var (below, above) = (sorted[(int)Math.Floor(place)], sorted[(int)Math.Ceiling(place)]);
            return below + ((above - below) * (place - Math.Floor(place)));
        }
    }

    /// <summary>Formats the median with its quartiles.</summary>
    public string Show(string format)
    {
        return $"{Format(Median)} ({Format(Lower)}–{Format(Upper)})";

        string Format(double value) => value.ToString(format, CultureInfo.InvariantCulture);
    }
}
