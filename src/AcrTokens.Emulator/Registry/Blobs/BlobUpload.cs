using System.Buffers.Text;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json.Nodes;
using AcrTokens.Emulator.Hosting;

namespace AcrTokens.Emulator.Registry.Blobs;

/// <summary>An unfinished upload. One request at a time may add to it.</summary>
internal sealed class BlobUpload(string repository, DateTimeOffset now) : IDisposable
{
    private readonly Lock gate = new();
    private readonly BlobBuilder blob = new();
    private readonly string begun = now.ToString("O", CultureInfo.InvariantCulture);
    private DateTimeOffset lastUsed = now;
    private bool busy;
    private bool ended;
    private string state = "";

    public string Id { get; } = Guid.NewGuid().ToString();

    public string Repository => repository;

    public long Length => blob.Length;

    /// <summary>
    /// The received bytes, as a <c>Range</c> header. Zero bytes and one byte look the same: the specification has no better form.
    /// </summary>
    public string Range => $"0-{Math.Max(0, Length - 1)}";

    /// <summary>The state in the upload's next address. Azure's has these four values too, after a signature.</summary>
    public string State
    {
        get
        {
            if (state.Length == 0)
            {
                var json = new JsonObject
                {
                    ["Name"] = repository,
                    ["UUID"] = Id,
                    ["Offset"] = Length,
                    ["StartedAt"] = begun,
                };
                state = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(WireJson.Write(json)));
            }

            return state;
        }
    }

    /// <summary>Reserves the upload for one request. Returns false if another has it, or if it has ended.</summary>
    public bool TryEnter()
    {
        lock (gate)
        {
            return !ended && !busy && (busy = true);
        }
    }

    public void Leave(DateTimeOffset at)
    {
        lock (gate)
        {
            busy = false;
            lastUsed = at;
            DisposeIfOver();
        }
    }

    /// <summary>Ends the upload, if need be after the request that has it.</summary>
    public void End()
    {
        lock (gate)
        {
            ended = true;
            DisposeIfOver();
        }
    }

    public bool IsIdleSince(DateTimeOffset time)
    {
        lock (gate)
        {
            return !busy && lastUsed < time;
        }
    }

    public async Task Append(PipeReader body, long? announced, CancellationToken ct)
    {
        try
        {
            await blob.Append(body, announced, ct);
        }
        finally
        {
            state = "";
        }
    }

    /// <summary>Returns the blob; null if it is not the announced one.</summary>
    public Blob? Finish(string announced) => blob.Finish(announced);

    public void Dispose() => blob.Dispose();

    private void DisposeIfOver()
    {
        if (ended && !busy)
        {
            Dispose();
        }
    }
}
