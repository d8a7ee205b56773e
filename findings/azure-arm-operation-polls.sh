#!/usr/bin/env bash
# How Azure's client for .NET, Azure.ResourceManager 1.13.2 with Azure.ResourceManager.ContainerRegistry 1.3.1 (the assemblies
# in the npm package @azure/mcp-linux-x64 0.5.8), treats two responses to the poll of a long-running operation:
#
# 1. A DELETE returns 202 with a Location, and the poll returns 404, as it does for a result that has expired. The client treats
#    the delete as done, and GetRawResponse() shows a 204 without headers, which nobody sent. It never checks whether the
#    resource is gone.
# 2. A PUT returns 201 with an Azure-AsyncOperation, and its poll returns 429 four times, then "Succeeded". The operation is
#    over: HasCompleted is true, and UpdateStatusAsync throws the first refusal again without polling, though the service has
#    finished.
#
# So read the resource after a delete, and wait out throttled polls below the client.
# Seen: the lines that are compared at the end. Exits with 1 if they change.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
npm install --prefix "$work/npm" --no-audit --no-fund --silent @azure/mcp-linux-x64@0.5.8
dist="$work/npm/node_modules/@azure/mcp-linux-x64/dist"

mkdir "$work/polls"
cat >"$work/polls/polls.csproj" <<XML
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Azure.Core" Version="1.64.0" />
    <Reference Include="$dist/Azure.ResourceManager.dll" />
    <Reference Include="$dist/Azure.ResourceManager.ContainerRegistry.dll" />
  </ItemGroup>
</Project>
XML
cat >"$work/polls/Program.cs" <<'CS'
using System.Net;
using System.Text;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.ResourceManager;
using Azure.ResourceManager.ContainerRegistry;

const string Registry = "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/builds/providers/Microsoft.ContainerRegistry/registries/contoso";
const string Token = $$$"""{"id":"{{{Registry}}}/tokens/ci","name":"ci","type":"Microsoft.ContainerRegistry/registries/tokens","properties":{"provisioningState":"Creating"}}""";
const string Poll = "https://management.azure.com/poll";

var polls = 0;
var service = new Service(request => (request.Method.Method, request.RequestUri!.AbsolutePath) switch
{
    ("DELETE", _) => Answer(202, "", ("Location", Poll)),
    ("PUT", _) => Answer(201, Token, ("Azure-AsyncOperation", Poll)),
    (_, "/poll") => polls++ switch
    {
        0 => Answer(404, """{"error":{"code":"NotFound","message":"The result has expired."}}"""),
        < 5 => Answer(429, """{"error":{"code":"TooManyRequests","message":"Try again."}}"""),
        _ => Answer(200, """{"status":"Succeeded"}"""),
    },
    _ => Answer(200, Token),
});
var client = new ArmClient(
    DelegatedTokenCredential.Create((_, _) => new AccessToken("a token", DateTimeOffset.MaxValue)),
    default,
    new ArmClientOptions { Transport = new HttpClientTransport(new HttpClient(service)), Retry = { Delay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero } });

var deletion = await client.GetContainerRegistryTokenResource(new($"{Registry}/tokens/ci")).DeleteAsync(WaitUntil.Completed);
Console.WriteLine($"DELETE polled 404: completed {deletion.HasCompleted}, answer {deletion.GetRawResponse().Status} with {deletion.GetRawResponse().Headers.Count()} headers, {polls} poll");

var creation = await client.GetContainerRegistryResource(new(Registry)).GetContainerRegistryTokens().CreateOrUpdateAsync(WaitUntil.Started, "ci", new());
for (var asked = 1; asked <= 2; asked++)
{
    try
    {
        await creation.UpdateStatusAsync();
    }
    catch (RequestFailedException refused)
    {
        Console.WriteLine($"PUT polled 429, asked {asked}: {refused.Status}, completed {creation.HasCompleted}, {polls - 1} polls");
    }
}

static HttpResponseMessage Answer(int status, string body, params (string Name, string Value)[] headers)
{
    var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
    foreach (var (name, value) in headers)
        answer.Headers.Add(name, value);
    return answer;
}

internal sealed class Service(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = answer(request);
        response.RequestMessage = request;
        return Task.FromResult(response);
    }
}
CS

seen=$(dotnet run --project "$work/polls")
echo "$seen"
diff <(echo "$seen") - <<'SEEN'
DELETE polled 404: completed True, answer 204 with 0 headers, 1 poll
PUT polled 429, asked 1: 429, completed True, 4 polls
PUT polled 429, asked 2: 429, completed True, 4 polls
SEEN
