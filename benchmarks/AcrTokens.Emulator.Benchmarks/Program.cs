using AcrTokens.Emulator.Benchmarks;

// Measures, and judges nothing: what a machine under load does is no test's business.
Console.WriteLine($"{Environment.ProcessorCount} processors, .NET {Environment.Version}");

// First: nothing is warm yet, as in a test that has just begun.
await Starts.MeasureAsync();
await Reads.MeasureAsync(TimeSpan.FromSeconds(10), connections: 16);
await Turnover.MeasureAsync(tokens: args is [var count] ? int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : 100_000);
