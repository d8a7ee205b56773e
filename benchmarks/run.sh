#!/usr/bin/env bash
# Measures the library against today's alternatives, and draws the results. Takes about 12 minutes; do not use the machine meanwhile.
#   benchmarks/run.sh [folder for results.md, results.json and the charts] [options, as in: --only processes --rounds 5, or --only capacity]
set -euo pipefail
cd "$(dirname "$0")/.."

output=artifacts/benchmarks/results
if [ $# -gt 0 ] && [ "${1#--}" = "$1" ]; then output=$1; shift; fi

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
[ -x /usr/bin/time ] || { echo "GNU time is needed: apt-get install time" >&2; exit 1; }
command -v az >/dev/null || echo "The Azure CLI is not installed, and not compared." >&2

packages=tests/AcrTokens.Integration.Tests/Emulator/node
programs=artifacts/benchmarks/programs
rm -rf "$programs"
mkdir -p "$programs"
publish() {
  local program=$1 folder=$2; shift 2
  dotnet publish "benchmarks/AcrTokens.Benchmarks.$program" -c Release -o "$programs/$folder" -v quiet "$@" >&2
}

# The other parts run in the benchmarks' own process, and need no other programs.
only=$(sed -n 's/.*--only \([a-z]*\).*/\1/p' <<<"$*")
if [ "${only:-processes}" = processes ]; then
  # The same packages as in the tests.
  if command -v npm >/dev/null && [ ! -d "$packages/node_modules" ]; then npm ci --prefix "$packages" --no-audit --no-fund >&2 || true; fi
  cp -r benchmarks/node "$programs/node"
  publish Floor floor
  publish Mint mint
  # Compiled ahead of time, if a feed has the compiler.
  ahead=(-p:AheadOfTime=true --self-contained false --use-current-runtime)
  if publish Floor floor-r2r "${ahead[@]}" && publish Mint mint-r2r "${ahead[@]}"; then :; else rm -rf "$programs"/*-r2r; fi
  # For this program only: its references do not support it.
  native=(-p:Native=true -r linux-x64)
  if publish Mint mint-native "${native[@]}"; then :; else rm -rf "$programs/mint-native"; fi
  if dotnet publish src/AcrTokens.Tool -r linux-x64 -o "$programs/acrt" -v quiet >&2; then ls -l "$programs/acrt/acrt" >&2; else rm -rf "$programs/acrt"; fi
fi
if [ "${only:-builds}" = builds ]; then
  for kind in Plain Referencing Guarded Minting Working; do publish Build "build-$kind" -p:Kind="$kind"; done
fi

dotnet build benchmarks/AcrTokens.Benchmarks -c Release -v quiet >&2
dotnet run --project benchmarks/AcrTokens.Benchmarks -c Release --no-build -- \
  --output "$output" --programs "$programs" --node-packages "$packages" "$@"
benchmarks/draw.sh "$output" "$output/results.json" || echo "The results are not drawn." >&2
