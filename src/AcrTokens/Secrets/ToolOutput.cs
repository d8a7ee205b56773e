using System.Text;

namespace AcrTokens;

/// <summary>Collects a tool's output without waiting for its end: a background child may keep it open forever.</summary>
internal sealed class ToolOutput
{
    private readonly StringBuilder text = new();

    public ToolOutput(StreamReader reader) => Ended = ReadAsync(reader);

    /// <summary>Completes when the last process closes the output.</summary>
    public Task Ended { get; }

    /// <summary>The output so far.</summary>
    public override string ToString()
    {
        lock (text)
        {
            return text.ToString();
        }
    }

    private async Task ReadAsync(StreamReader reader)
    {
        var buffer = new char[1024];
        try
        {
            while (await reader.ReadAsync(buffer).ConfigureAwait(false) is > 0 and var read)
            {
                lock (text)
                {
                    text.Append(buffer, 0, read);
                }
            }
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException)
        {
            // the pipe broke: keep what was read
        }
    }
}
