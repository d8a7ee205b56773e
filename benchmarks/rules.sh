#!/usr/bin/env bash
# Compares the rules for build scripts to those of an earlier commit, side by side in one process: all rules on one body with many mints and
# reveals. Needs the history of the repository.
#   benchmarks/rules.sh [commit] [mints and reveals, 1600] [rounds, 3]
set -euo pipefail
cd "$(dirname "$0")/.."

# The last commit whose rules walked a body once for each mint and reveal in it.
commit=${1:-0c206a5cb5bef37044988142b3e7fc08f4256b13}
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
before=$(mktemp -d)
trap 'git worktree remove --force "$before"' EXIT
git worktree add --detach --quiet "$before" "$commit"
dotnet build "$before/src/AcrTokens.Analyzers" -c Release -v quiet >&2
dotnet build benchmarks/AcrTokens.Analyzers.Benchmarks -c Release -v quiet >&2
dotnet run --project benchmarks/AcrTokens.Analyzers.Benchmarks -c Release --no-build -- \
  "$before/src/AcrTokens.Analyzers/bin/Release/netstandard2.0/AcrTokens.Analyzers.dll" "${@:2}"
