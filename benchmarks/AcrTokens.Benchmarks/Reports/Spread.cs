using System.Globalization;

namespace AcrTokens.Benchmarks.Reports;

/// <summary>The median of the measured values, their quartiles, and the two ends.</summary>
/// <param name="Median">Half of the values are at most this.</param>
/// <param name="Lower">A quarter of the values are at most this.</param>
/// <param name="Upper">Three quarters of the values are at most this.</param>
/// <param name="Least">The least of the values.</param>
/// <param name="Most">The largest of the values.</param>
internal sealed record Spread(double Median, double Lower, double Upper, double Least, double Most)
{
    public static Spread Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return new Spread(At(0.5), At(0.25), At(0.75), sorted[0], sorted[^1]);

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
