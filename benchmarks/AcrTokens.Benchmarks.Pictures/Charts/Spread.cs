namespace AcrTokens.Benchmarks.Pictures.Charts;

/// <summary>Where the measured values lie.</summary>
internal sealed record Spread(double Least, double Lower, double Median, double Upper, double Most)
{
    public static Spread Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return new Spread(sorted[0], At(0.25), At(0.5), At(0.75), sorted[^1]);

        double At(double share)
        {
            var place = share * (sorted.Length - 1);
            var (below, above) = (sorted[(int)Math.Floor(place)], sorted[(int)Math.Ceiling(place)]);
            return below + ((above - below) * (place - Math.Floor(place)));
        }
    }
}
