using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Pergola.App.Wire;

/// <summary>
/// Collects output before it goes to the response pipe. Small answers leave in one piece with their length, and a failure
/// while they are written can still become a proper error.
/// </summary>
public sealed class ResponseBuffer(HttpResponse response) : IBufferWriter<byte>, IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(8 * 1024);

    public int WrittenCount { get; private set; }

    public void Advance(int count) => WrittenCount += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsMemory(WrittenCount);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsSpan(WrittenCount);
    }

    /// <summary>Hands what has gathered to the response.</summary>
    public async ValueTask SendAsync(CancellationToken cancellationToken)
    {
        var sent = await response.BodyWriter.WriteAsync(_bytes.AsMemory(0, WrittenCount), cancellationToken);
        WrittenCount = 0;
        if (sent.IsCanceled)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    /// <summary>Hands over the rest; an answer that fits gets a content length.</summary>
    public ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        if (!response.HasStarted)
        {
            response.ContentLength = WrittenCount;
        }

        return WrittenCount == 0 ? ValueTask.CompletedTask : SendAsync(cancellationToken);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private void Reserve(int sizeHint)
    {
        var needed = Math.Max(sizeHint, 256);
        if (_bytes.Length - WrittenCount >= needed)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, WrittenCount + needed));
        _bytes.AsSpan(0, WrittenCount).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
