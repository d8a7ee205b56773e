#!/usr/bin/env bash
# Draws the pages' charts from the results in benchmarks/results, which run.sh measured. Needs the font Liberation Sans: fonts-liberation.
#   benchmarks/draw.sh [folder for the charts] [files that run.sh wrote, named results.json]
set -euo pipefail
cd "$(dirname "$0")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
charts=${1:-docs/images}
if [ $# -gt 0 ]; then shift; fi
[ $# -gt 0 ] || set -- benchmarks/results/*.json
dotnet run --project benchmarks/AcrTokens.Benchmarks.Pictures -c Release -- draw "$charts" "$@"
