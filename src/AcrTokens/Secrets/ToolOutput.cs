using System.Text;

namespace AcrTokens;

/// <summary>What a tool writes, for as long as anybody wants to know: a child that it left behind may keep its output open for ever.</summary>
internal sealed class ToolOutput
{
    private readonly StringBuilder text = new();

    public ToolOutput(StreamReader reader) => Ended = ReadAsync(reader);

    /// <summary>Ends with the last that has it open.</summary>
    public Task Ended { get; }

    /// <summary>All of it up to now.</summary>
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
            // the pipe broke: what was read is all
        }
    }
}
