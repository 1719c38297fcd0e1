using System.Buffers;

namespace Pergola.App.Wire;

/// <summary>
/// Bytes that arrive in parts, gathered in blocks of the pool that go back with the request. A body that turns out to be too
/// long has cost its blocks and nothing else: an array that doubles would leave several times as much in the pool.
/// </summary>
/// <param name="announced">The length that was promised; what is rented for it up front stays small.</param>
internal sealed class RentedBytes(long? announced) : IDisposable
{
    private const int BlockSize = 64 * 1024;
    private const int LargestPooled = 1024 * 1024;

    private readonly List<byte[]> _full = [];
    private byte[] _block = ArrayPool<byte>.Shared.Rent((int)Math.Clamp((announced ?? 0) + 1, 4096, BlockSize));
    private int _used;
    private byte[]? _joined;

    public int Length { get; private set; }

    /// <summary>Where the next bytes go; never empty.</summary>
    public Memory<byte> Free()
    {
        if (_used == _block.Length)
        {
            _full.Add(_block);
            _block = ArrayPool<byte>.Shared.Rent(BlockSize);
            _used = 0;
        }

        return _block.AsMemory(_used);
    }

    public void Advance(int count)
    {
        _used += count;
        Length += count;
    }

    /// <summary>All bytes in one piece, valid until this is disposed.</summary>
    public ReadOnlyMemory<byte> Join()
    {
        if (_full.Count == 0)
        {
            return _block.AsMemory(0, _used);
        }

        // The pool keeps what comes back; large arrays are rare enough to be left to the collector.
        var joined = Length <= LargestPooled ? _joined = ArrayPool<byte>.Shared.Rent(Length) : new byte[Length];
        var at = 0;
        foreach (var block in _full)
        {
            block.CopyTo(joined, at);
            at += block.Length;
        }

        _block.AsSpan(0, _used).CopyTo(joined.AsSpan(at));
        ReturnBlocks();
        return joined.AsMemory(0, Length);
    }

    public void Dispose()
    {
        ReturnBlocks();
        ArrayPool<byte>.Shared.Return(_block);
        _block = [];
        if (_joined is not null)
        {
            ArrayPool<byte>.Shared.Return(_joined);
            _joined = null;
        }
    }

    private void ReturnBlocks()
    {
        foreach (var block in _full)
        {
            ArrayPool<byte>.Shared.Return(block);
        }

        _full.Clear();
    }
}
