using System.Net;
using System.Net.Sockets;

namespace AcrTokens.Emulator.Hosting;

/// <summary>Opens ports on loopback, on IPv4 and IPv6 where the machine has both: clients may resolve <c>localhost</c> to either.</summary>
internal sealed class LoopbackPorts : IDisposable
{
    private const int Tries = 20;

    private readonly Dictionary<EndPoint, Socket> opened = [];

    public IEnumerable<IPEndPoint> Of(int port) => opened.Keys.OfType<IPEndPoint>().Where(address => address.Port == port).ToList();

    /// <param name="port">The port; 0 for any that is free on both addresses.</param>
    /// <param name="what">The service that listens on it, for the error.</param>
    /// <param name="option">The option that chooses another port, for the error.</param>
    /// <returns>The port that was opened.</returns>
    /// <exception cref="IOException">The port is in use, or this user may not open it.</exception>
    public int Open(int port, string what, string option)
    {
        try
        {
            return Open(port, Tries);
        }
        catch (SocketException exception)
        {
            throw new IOException(
                $"The port {port} of {what} {Why(exception.SocketErrorCode)}: {option} chooses another, and 0 any that is free.",
                exception
            );
        }
    }

    /// <summary>Hands a socket over to the server that listens on it.</summary>
    public Socket Take(EndPoint address) =>
        opened.Remove(address, out var socket) ? socket : throw new InvalidOperationException($"{address} was not opened.");

    public void Dispose()
    {
        foreach (var socket in opened.Values)
        {
            socket.Dispose();
        }

        opened.Clear();
    }

    private int Open(int port, int tries)
    {
        try
        {
            return OpenBoth(port);
        }
        catch (SocketException) when (port == 0 && tries > 1)
        {
            // This port is free on one address only. Another may be free on both.
            return Open(port, tries - 1);
        }
    }

    private int OpenBoth(int port)
    {
        var address = Bind(IPAddress.Loopback, port);
        try
        {
            if (Socket.OSSupportsIPv6)
            {
                Bind(IPAddress.IPv6Loopback, address.Port);
            }
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.AddressNotAvailable)
        {
            // The system supports IPv6, but this machine has none.
        }
        catch
        {
            Take(address).Dispose();
            throw;
        }

        return address.Port;
    }

    private IPEndPoint Bind(IPAddress address, int port)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(address, port));
            var bound = (IPEndPoint)socket.LocalEndPoint!;
            opened.Add(bound, socket);
            return bound;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static string Why(SocketError error) =>
        error switch
        {
            SocketError.AddressAlreadyInUse => "is in use",
            SocketError.AccessDenied => "may not be opened by this user",
            _ => $"cannot be opened ({error})",
        };
}
