using System.Globalization;
using AcrTokens.Analyzers.Benchmarks;

// Compares the rules to another build of them. benchmarks/rules.sh builds that.
//   AcrTokens.Analyzers.Benchmarks <other AcrTokens.Analyzers.dll> [mints and reveals in one body, 1600] [rounds, 3]
var other = RuleAssembly.Load(args[0]);
var own = RuleAssembly.Load(Path.Combine(AppContext.BaseDirectory, "AcrTokens.Analyzers.dll"));
var size = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1600;
var rounds = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 3;

// Compiles the compiler and the rules just in time.
await other.MeasureAsync(20);
await own.MeasureAsync(20);

List<(TimeSpan Time, int Found)> before = [];
List<(TimeSpan Time, int Found)> after = [];
for (var round = 0; round < rounds; round++)
{
    before.Add(await other.MeasureAsync(size));
    after.Add(await own.MeasureAsync(size));
    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{size} mints and reveals: before {before[^1].Time.TotalSeconds:0.00} s ({before[^1].Found} found), "
                + $"now {after[^1].Time.TotalSeconds:0.000} s ({after[^1].Found} found)"
        )
    );
}

var ratio = after.Min(run => run.Time) / before.Min(run => run.Time);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"best of {rounds}: {ratio:0.0000} of the time before"));
