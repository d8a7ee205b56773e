#!/usr/bin/env bash
# NuGet (SDK 10.0.4xx): if a project references a package with PrivateAssets="all", projects that reference this *project*
# lack that package, even if another package of the same project depends on it. Projects that reference the project's
# *package* get it: the nuspec does not mention it, and the other package brings it.
#
# library: references Microsoft.Extensions.Hosting.Abstractions 10.0.10, which depends on Microsoft.Extensions.Logging.Abstractions
#          10.0.10, and references the latter itself with PrivateAssets="all". user: one line that names ILogger.
# Seen with SDK 10.0.401:
#   by project: error CS0234: The type or namespace name 'Logging' does not exist in the namespace 'Microsoft.Extensions'
#   by package: Build succeeded.
#   by project, without the private reference: Build succeeded.
# Exits with 1 if that changes.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
cd "$work"
echo "SDK $(dotnet --version), NuGet $(dotnet nuget --version | tail -n 1)"

# library NAME PRIVATE
library() {
  mkdir "$1"; echo "namespace $1; public class Empty;" > "$1/Empty.cs"
  cat > "$1/$1.csproj" <<END
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><Version>1.0.0</Version></PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Microsoft.Extensions.Hosting.Abstractions" Version="10.0.10" />
    $2
  </ItemGroup>
</Project>
END
}

# user NAME REFERENCE: prints the first error or "Build succeeded."
user() {
  mkdir "$1"; echo 'class User { Microsoft.Extensions.Logging.ILogger logger; }' > "$1/User.cs"
  cat > "$1/$1.csproj" <<END
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><RestoreAdditionalProjectSources>$work/feed</RestoreAdditionalProjectSources><RestorePackagesPath>$work/packages</RestorePackagesPath></PropertyGroup>
  <ItemGroup>$2</ItemGroup>
</Project>
END
  dotnet build "$1" -nodeReuse:false -p:UseSharedCompilation=false 2>&1 | grep -o -m 1 "error CS[0-9]*\|Build succeeded\." || true
}

library Private '<PackageReference Include="Microsoft.Extensions.Logging.Abstractions" Version="10.0.10" PrivateAssets="all" />'
library Plain ''
dotnet pack Private -o feed -v quiet -nodeReuse:false -p:UseSharedCompilation=false >/dev/null

by_project=$(user ByProject '<ProjectReference Include="../Private/Private.csproj" />')
by_package=$(user ByPackage '<PackageReference Include="Private" Version="1.0.0" />')
without=$(user Without '<ProjectReference Include="../Plain/Plain.csproj" />')
printf 'by project: %s\nby package: %s\nby project, without the private reference: %s\n' "$by_project" "$by_package" "$without"
[ "$by_project" = "error CS0234" ] && [ "$by_package" = "Build succeeded." ] && [ "$without" = "Build succeeded." ]
