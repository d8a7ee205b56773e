using System.Globalization;
using AcrTokens.Emulator.Benchmarks;
using AcrTokens.Emulator.Benchmarks.Blobs;
using AcrTokens.Emulator.Benchmarks.Live;

// Measures only, without pass or fail: a machine's timing under load is not a matter for tests.
Console.WriteLine($"{Environment.ProcessorCount} processors, .NET {Environment.Version}");

// "blobs [rounds [MiB]]": layers, beside CNCF distribution.
if (args is ["blobs", .. var numbers])
{
    await BlobRounds.MeasureAsync(Number(numbers, 0, 3), Number(numbers, 1, 1024));
    return;
}

// "live [rounds]": the live page in a browser, and what one reader of its events costs.
if (args is ["live", .. var rounds])
{
    await PageTimes.MeasureAsync();
    await ReaderCost.MeasureAsync(Number(rounds, 0, 6));
    return;
}

// First, while the process is still cold, as in a test that has just begun.
await Starts.MeasureAsync();
await Reads.MeasureAsync(TimeSpan.FromSeconds(10), connections: 16);
await Turnover.MeasureAsync(tokens: Number(args, 0, 100_000));

static int Number(string[] arguments, int index, int without) =>
    arguments.Length > index ? int.Parse(arguments[index], CultureInfo.InvariantCulture) : without;
