using System.CommandLine;
using AcrTokens.Benchmarks.Pictures.Charts;
using AcrTokens.Benchmarks.Pictures.Drawing;
using AcrTokens.Benchmarks.Pictures.Recording;
using AcrTokens.Benchmarks.Pictures.Results;

var output = new Argument<DirectoryInfo>("output") { Description = "Where the pictures go" };
var results = new Argument<FileInfo[]>("results") { Description = "Files that run.sh wrote", Arity = ArgumentArity.OneOrMore };
var draw = new Command("draw", "Draws those results for which there is a picture, for light and for dark pages.") { output, results };
draw.SetAction(parsed =>
{
    var folder = parsed.GetRequiredValue(output);
    folder.Create();
    foreach (var file in parsed.GetRequiredValue(results))
    {
        var measured = ResultsFile.Read(file.FullName);
        foreach (var theme in Theme.All)
        {
            foreach (
                var picture in (Picture?[])
                    [ProcessesChart.Draw(measured, theme), CapacityChart.Draw(measured, theme), SweepChart.Draw(measured, theme)]
            )
                picture?.Save(folder.FullName, theme);
        }
    }
});

var typescript = new Argument<FileInfo>("typescript") { Description = "The output that script(1) recorded" };
var timing = new Argument<FileInfo>("timing") { Description = "Its times" };
var picture = new Argument<FileInfo>("picture") { Description = "The SVG to write" };
var command = new Option<string>("--command") { Description = "What the reader types", Required = true };
var root = new Option<DirectoryInfo>("--root") { Description = "The folder to leave out of paths", Required = true };
var animate = new Command("animate", "Makes an animated picture of a recorded terminal.") { typescript, timing, picture, command, root };
animate.SetAction(parsed =>
{
    var lines = Typescript.Read(
        parsed.GetRequiredValue(typescript).FullName,
        parsed.GetRequiredValue(timing).FullName,
        parsed.GetRequiredValue(root).FullName
    );
    Private.Refuse(lines);
    File.WriteAllText(parsed.GetRequiredValue(picture).FullName, new Animation(parsed.GetRequiredValue(command), lines).ToSvg());
});

return await new RootCommand("Pictures for the pages.") { draw, animate }
    .Parse(args)
    .InvokeAsync();
