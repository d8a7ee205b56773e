using System.CommandLine;
using AcrTokens.Benchmarks;
using AcrTokens.Benchmarks.Micro;
using AcrTokens.Benchmarks.Processes;
using AcrTokens.Benchmarks.Reports;
using AcrTokens.Benchmarks.Sweeps;

// Measures only, without pass or fail: a machine's timing under load is not a matter for tests.
var output = new Option<DirectoryInfo>("--output") { Description = "Where results.md and results.json go", Required = true };
var programs = new Option<DirectoryInfo>("--programs") { Description = "Where run.sh published the programs", Required = true };
var packages = new Option<DirectoryInfo>("--node-packages") { Description = "Where npm installed Azure's packages", Required = true };
var rounds = new Option<int>("--rounds") { Description = "How often each program runs", DefaultValueFactory = _ => 15 };
var only = new Option<string?>("--only") { Description = "processes, builds, micro, delays, sweep or capacity. Default: all" };

var command = new RootCommand("Measures AcrTokens beside what people use today.") { output, programs, packages, rounds, only };
command.Subcommands.Add(BareSweep.Command());
command.SetAction(async parsed =>
{
    var report = new Report(Machine.Describe(), Machine.Load());
    var part = parsed.GetValue(only);
    var programsFolder = parsed.GetRequiredValue(programs).FullName;
    var howOften = parsed.GetValue(rounds);
    if (part is null or "processes")
    {
        report.Add(await WholeProcesses.MeasureAsync(programsFolder, parsed.GetRequiredValue(packages).FullName, howOften));
        report.Add(await Connections.MeasureAsync(programsFolder, howOften));
    }

    if (part is null or "builds")
    {
        report.Add(await InsideBuilds.MeasureAsync(programsFolder, howOften));
        report.Add(await InsideBuilds.MeasureWorkAsync(programsFolder, howOften));
    }

    // First, since redaction then searches for every password that this process gets.
    if (part is null or "micro")
        report.Add(MicroBenchmarks.Measure());
    if (part is null or "delays")
    {
        report.Add(await Delays.MeasureAsync());
        report.Add(await HeldUp.MeasureAsync());
    }

    if (part is null or "sweep")
    {
        var seed = await FullRegistry.WriteSeedAsync();
        report.Add(await ThrottledSweep.MeasureAsync(seed));
        report.Add(await BareSweep.MeasureAsync(seed));
        Directory.Delete(Path.GetDirectoryName(seed)!, recursive: true);
    }
    if (part is null or "capacity")
        report.Add(await Capacity.MeasureAsync());
    report.Write(parsed.GetRequiredValue(output));
});
return await command.Parse(args).InvokeAsync();
