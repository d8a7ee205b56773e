#!/usr/bin/env bash
# Measures the share of the rules for build scripts in the compilation of a script of some 5,000 lines: the sum of the rules' times, as the compiler
# reports them, over the time of the Csc task.
#   benchmarks/rules-share.sh [rounds, 5]
set -euo pipefail
cd "$(dirname "$0")/.."

rounds=${1:-5}
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
script=$(mktemp -d)
trap 'rm -rf "$script"' EXIT

dotnet build src/AcrTokens -c Release -f net10.0 -v quiet >&2
dotnet build src/AcrTokens.Analyzers -c Release -v quiet >&2
cat > "$script/Script.csproj" <<PROJECT
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <OutputType>Exe</OutputType>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <Reference Include="$PWD/src/AcrTokens/bin/Release/net10.0/AcrTokens.dll" />
    <PackageReference Include="Azure.Core" Version="1.64.0" />
    <Analyzer Include="$PWD/src/AcrTokens.Analyzers/bin/Release/netstandard2.0/AcrTokens.Analyzers.dll" />
  </ItemGroup>
</Project>
PROJECT

# A hundred parts of fifty lines: each mints, uses and revokes once, and does other work.
{
  echo 'Console.WriteLine("never run");'
  for part in $(seq 100); do
    cat <<PART
class Part$part
{
    private readonly Dictionary<string, int> counts = [];
    private readonly List<string> images = ["samples/app", "samples/web"];
    private AcrTokens.AcrTokenLease? lease;

    public async Task PushAsync(AcrTokens.AcrClient client)
    {
        var settings = new AcrTokens.AcrTokenMintSettings { RegistryName = "contoso" };
        foreach (var image in images)
            settings = AcrTokens.AcrTokenMintSettingsExtensions.AddImage(settings, image);
        await using var minted = await client.MintTokenAsync(settings);
        Console.WriteLine(minted.Name);
        await RunAsync("docker", ["push", images[0]], minted.Password.Reveal());
        await minted.RevokeAsync();
    }

    public void Keep(AcrTokens.AcrClient client)
    {
        lease = client.MintTokenAsync(new AcrTokens.AcrTokenMintSettings { RegistryName = "contoso", ScopeMap = "app-push" }).Result;
        try
        {
            Count(lease.Name);
        }
        finally
        {
            lease.Revoke();
        }
    }

    private void Count(string name)
    {
        counts[name] = counts.TryGetValue(name, out var count) ? count + 1 : 1;
        var most = counts.OrderByDescending(pair => pair.Value).Select(pair => pair.Key).FirstOrDefault();
        if (most is { Length: > 3 } text && text.StartsWith('a'))
            Console.WriteLine(\$"{text}: {counts[text]}");
    }

    private static async Task<int> RunAsync(string tool, string[] arguments, string input)
    {
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(tool, arguments) { RedirectStandardInput = true })!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}

PART
  done
} > "$script/Program.cs"
echo "$(wc -l < "$script/Program.cs") lines"

dotnet restore "$script" -v quiet >&2
# Alone, as on a CI agent, and in the compiler's server, which is warm after the first compilations.
for server in false true; do
  for round in $(seq -4 "$rounds"); do
    dotnet build "$script" --no-restore --no-incremental -v:detailed -p:ReportAnalyzer=true "-p:UseSharedCompilation=$server" -clp:PerformanceSummary > "$script/log"
    [ "$round" -le 0 ] || awk -v round="$round" -v server="$server" '
      /^ *[<0-9.]+ .*AcrTokens\.Analyzers, Version/ { rules = $1 }
      / ms +Csc +1 calls/ { csc = $1 / 1000 }
      END { sub(/,/, ".", rules); printf "%s, round %d: rules %.3f s of %.3f s, %.2f %%\n", server == "true" ? "server" : "alone", round, rules, csc, 100 * rules / csc }' "$script/log"
  done
done
