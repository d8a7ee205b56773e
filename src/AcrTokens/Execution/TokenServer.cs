using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Logging;

namespace AcrTokens.Execution;

/// <summary>Logs in at a registry's token server as docker does.</summary>
internal sealed class TokenServer
{
    private readonly HttpPipeline pipeline;
    private readonly AcrThrottling throttling;

    public TokenServer(AcrClientOptions options, ILogger logger)
    {
        pipeline = AcrPipelines.Build(options);
        throttling = new AcrThrottling(options.TimeProvider, options.OperationTimeout, logger);
    }

    /// <summary>Whether the registry accepts a name and password: 200 or 401. Any other response is an error.</summary>
    public async Task<bool> AcceptsAsync(string loginServer, string username, string password, CancellationToken cancellationToken)
    {
        var start = throttling.Start();
        for (var refusals = 1; ; refusals++)
        {
            using var message = await SendAsync(loginServer, username, password, cancellationToken).ConfigureAwait(false);
            if (await throttling.WaitAsync($"log in to {loginServer}", message.Response, refusals, start, cancellationToken).ConfigureAwait(false))
                continue;

            var answer = new ArmAnswer(message.Response);
            return answer.Status switch
            {
                200 when answer.TryRead(Token) is not null => true,
                401 when !answer.IsForeign => false,
                var status => throw new AcrException(
                    $"Could not log in to '{loginServer}' as '{username}': its token server answered {status}{Oddity(answer)}.{Said(answer)}"
                )
                {
                    Operation = "log in",
                    Resource = loginServer,
                    Status = status,
                },
            };
        }
    }

    private async Task<HttpMessage> SendAsync(string loginServer, string username, string password, CancellationToken cancellationToken)
    {
        var message = pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Get;
        message.Request.Uri.Reset(new Uri($"{Scheme(loginServer)}://{loginServer}/oauth2/token?service={Uri.EscapeDataString(loginServer)}"));
        message.Request.Headers.Add(HttpHeader.Names.Authorization, $"Basic {SecretForms.Login(username, password)}");

        try
        {
            await pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
            return message;
        }
        catch (InvalidDataException refused)
        {
            message.Dispose();
            throw Failed(refused, $"its token server's answer was refused: {refused.Message}");
        }
        catch (Exception exception)
            when (exception is Azure.RequestFailedException or AggregateException or IOException or HttpRequestException
                || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            message.Dispose();
            throw Failed(exception, NetworkErrors.Explain(exception, "its token server", "the login server") ?? "its token server did not answer");
        }

        AcrException Failed(Exception cause, string reason) =>
            new($"Could not log in to '{loginServer}' as '{username}': {reason}.", cause) { Operation = "log in", Resource = loginServer };
    }

    private static string? Token(JsonElement json) => json.TextAt("access_token") ?? json.TextAt("token");

    // A network's page proves nothing about the password.
    private static string Oddity(ArmAnswer answer) =>
        answer.Status == 200 || answer.IsForeign
            ? " with something else than a token server's answer: a proxy, a firewall or a sign-in page may be in between"
            : "";

    // The registry's message, which may hold the client address that a firewall saw.
    private static string Said(ArmAnswer answer)
    {
        var messages = answer.TryRead(json => json.ListAt("errors", error => error.TextAt("message"))) ?? [];
        return messages.FirstOrDefault(message => !string.IsNullOrWhiteSpace(message)) is { } said
            ? $" It says: {Words.Sentence(AcrRedaction.Redact(said))}"
            : "";
    }

    // As docker and the .NET SDK do: plain http on loopback only.
    private static string Scheme(string loginServer) =>
        loginServer == "localhost" || loginServer.StartsWith("localhost:", StringComparison.Ordinal) ? Uri.UriSchemeHttp : Uri.UriSchemeHttps;
}
