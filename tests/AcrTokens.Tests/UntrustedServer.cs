using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace AcrTokens.Tests;

/// <summary>A server on this machine whose certificate nobody trusts.</summary>
internal sealed class UntrustedServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private int handshakes;

    public UntrustedServer()
    {
        listener.Start();
        _ = ServeAsync();
    }

    public Uri Address => new($"https://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}/");

    public int Handshakes => handshakes;

    public void Dispose() => listener.Dispose();

    private async Task ServeAsync()
    {
        using var certificate = Samples.Certificate();
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                Interlocked.Increment(ref handshakes);
                await using var tls = new SslStream(client.GetStream());
                try
                {
                    await tls.AuthenticateAsServerAsync(certificate);
                }
                catch (Exception exception) when (exception is IOException or AuthenticationException)
                {
                    // the client closed the connection, as expected
                }
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // disposed
        }
    }
}
