#!/usr/bin/env bash
# ScottPlot 5.1.59: Plot.Render(SKCanvas, PixelRect) on a plot that has not been rendered before draws everything twice on the canvas.
# A bitmap hides it (texts come out a little bolder). An SVG keeps both: each text and path is in the file two times, which is twice
# as large. After RenderInMemory, Render draws once. GetSvgXml, which draws on the same kind of canvas, draws once from the start.
#
# Seen: how often the plot's title is in the SVG
#   GetSvgXml, first: 1
#   Render, first: 2
#   Render, after RenderInMemory: 1
# Exits with 1 if that changes.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
cd "$work"
cat > plot.csproj <<'END'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup><PackageReference Include="ScottPlot" Version="[5.1.59]" /></ItemGroup>
</Project>
END
cat > Program.cs <<'END'
using System.Text;
using ScottPlot;
using SkiaSharp;

Console.WriteLine($"GetSvgXml, first: {Titles(Titled().GetSvgXml(400, 300))}");
Console.WriteLine($"Render, first: {Titles(Rendered(Titled()))}");
var before = Titled();
before.RenderInMemory(400, 300);
Console.WriteLine($"Render, after RenderInMemory: {Titles(Rendered(before))}");

static Plot Titled()
{
    var plot = new Plot();
    plot.Add.Signal(new double[] { 1, 4, 9 });
    plot.Title("Squares");
    return plot;
}

static string Rendered(Plot plot)
{
    using var file = new MemoryStream();
    using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, 400, 300), file))
        plot.Render(canvas, new PixelRect(0, 400, 300, 0));
    return Encoding.UTF8.GetString(file.ToArray());
}

static int Titles(string svg) => svg.Split("Squares").Length - 1;
END
seen=$(dotnet run -p:UseSharedCompilation=false | tail -n 3)
echo "$seen"
[ "$seen" = "GetSvgXml, first: 1
Render, first: 2
Render, after RenderInMemory: 1" ]
