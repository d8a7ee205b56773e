using AcrTokens.Emulator.Benchmarks;

// Measures only, without pass or fail: a machine's timing under load is not a matter for tests.
Console.WriteLine($"{Environment.ProcessorCount} processors, .NET {Environment.Version}");

// First, while the process is still cold, as in a test that has just begun.
await Starts.MeasureAsync();
await Reads.MeasureAsync(TimeSpan.FromSeconds(10), connections: 16);
await Turnover.MeasureAsync(tokens: args is [var count] ? int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : 100_000);
