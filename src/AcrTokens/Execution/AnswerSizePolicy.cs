using Azure.Core;
using Azure.Core.Pipeline;

namespace AcrTokens.Execution;

/// <summary>Refuses a response that is larger than any valid one, before it fills the memory.</summary>
internal sealed class AnswerSizePolicy : HttpPipelineSynchronousPolicy
{
    /// <summary>A page of a list is about 100 KB.</summary>
    public const int Most = 64 * 1024 * 1024;

    // Limits the stream before Azure.Core buffers it.
    public override void OnReceivedResponse(HttpMessage message)
    {
        if (message.Response.ContentStream is { } content)
            message.Response.ContentStream = new Limited(content);
    }

    private sealed class Limited(Stream content) : Stream
    {
        private long read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => read;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Count(content.Read(buffer, offset, count));

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Count(await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false));

        public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            await ReadAsync(buffer.AsMemory(offset, count), cancellationToken).ConfigureAwait(false);

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                content.Dispose();
            base.Dispose(disposing);
        }

        // Not an IOException, which would be retried.
        private int Count(int bytes) =>
            (read += bytes) <= Most ? bytes : throw new InvalidDataException($"it is larger than {Most / 1024 / 1024} MiB");
    }
}
