#!/usr/bin/env bash
# Records the sample build in a terminal, as docs/images/sample-build.svg. Needs script(1), of util-linux.
set -euo pipefail
cd "$(dirname "$0")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# Twice, so that nothing is restored or compiled in the recording.
dotnet run --project samples/build >/dev/null
script --quiet --return --log-out "$folder/typescript" --log-timing "$folder/timing" \
  --command "stty cols 100 rows 26; dotnet run --no-build --project samples/build" </dev/null >/dev/null
dotnet run --project benchmarks/AcrTokens.Benchmarks.Pictures -c Release -- animate "$folder/typescript" "$folder/timing" docs/images/sample-build.svg \
  --command "dotnet run --project samples/build" --root "$PWD"
