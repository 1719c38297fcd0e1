namespace Pergola.Data.Records;

/// <summary>
/// Records as JSON in one pooled buffer, with holes where separately loaded relations go. A page is written once and
/// composed into a response; no record is ever an object of its own.
/// </summary>
public sealed class RecordPage : IDisposable
{
    private readonly List<(int Start, int End, int FirstHole)> _rows = [];
    private readonly List<Hole> _holes = [];
    private readonly List<RecordPage?> _slots = [];
    private Dictionary<object, List<int>>? _groups;

    internal RecordPage() { }

    /// <summary>Number of records.</summary>
    public int Count => _rows.Count;

    /// <summary>Whether the query has further records that a next page would bring.</summary>
    public bool HasMore { get; internal set; }

    /// <summary>Drops the records after the first <paramref name="count"/>.</summary>
    public void Cut(int count)
    {
        if (count < _rows.Count)
        {
            var firstHole = _rows[count].FirstHole;
            _holes.RemoveRange(firstHole, _holes.Count - firstHole);
            _rows.RemoveRange(count, _rows.Count - count);
        }
    }

    /// <summary>Writes the records with everything appended to them, separated by commas.</summary>
    public void WriteTo(System.Buffers.IBufferWriter<byte> output) => new PageComposer(output).Write(this);

    internal PooledBuffer Buffer { get; } = new();

    internal IReadOnlyList<Hole> Holes => _holes;

    /// <summary>Whether records are followed by records of the same page: one recursive relation loads into one page.</summary>
    internal bool LeadsToItself { get; private set; }

    /// <summary>Loaded relations by slot.</summary>
    internal IReadOnlyList<RecordPage?> Slots => _slots;

    internal ReadOnlySpan<byte> Bytes(int start, int end) => Buffer.Written[start..end];

    internal (int Start, int End) Row(int index) => (_rows[index].Start, _rows[index].End);

    /// <summary>The holes of a row, as a range of <see cref="Holes"/>.</summary>
    internal (int First, int End) HolesOf(int index) =>
        (_rows[index].FirstHole, index + 1 < _rows.Count ? _rows[index + 1].FirstHole : _holes.Count);

    /// <summary>Rows of a parent in order; none when the parent has no rows.</summary>
    internal IReadOnlyList<int> RowsOf(object? key) =>
        key is not null && _groups is not null && _groups.TryGetValue(key, out var rows) ? rows : [];

    internal void AddRow(int start, int end, int firstHole) => _rows.Add((start, end, firstHole));

    internal void AddHole(Hole hole) => _holes.Add(hole);

    /// <summary>Says which parent the next row belongs to; without a key it belongs to none.</summary>
    internal void AddToGroup(object? key)
    {
        if (key is null)
        {
            return;
        }

        _groups ??= [];
        if (!_groups.TryGetValue(key, out var rows))
        {
            rows = [];
            _groups.Add(key, rows);
        }

        rows.Add(_rows.Count);
    }

    internal void Fill(int slot, RecordPage page)
    {
        while (_slots.Count <= slot)
        {
            _slots.Add(null);
        }

        _slots[slot] = page;
        LeadsToItself |= page == this;
    }

    public void Dispose()
    {
        Buffer.Dispose();
        foreach (var page in _slots)
        {
            // A recursive relation loads into one page that is its own child.
            if (page != this)
            {
                page?.Dispose();
            }
        }
    }
}

/// <summary>A place in the buffer that is filled or cut when the page is composed.</summary>
internal readonly record struct Hole(HoleKind Kind, int Position, int Length, int Slot, object? Key);

/// <summary>What a hole covers.</summary>
internal enum HoleKind
{
    /// <summary>Nothing, between the brackets of an array.</summary>
    Elements,

    /// <summary>A <c>null</c> that gives way to the first loaded row.</summary>
    Value,

    /// <summary>A property with an empty array, comma included, left out when there are no rows.</summary>
    OptionalElements,

    /// <summary>A property with <c>null</c>, comma included, left out when there is no row.</summary>
    OptionalValue,

    /// <summary>Nothing, between the quotes of a tree position.</summary>
    TreeIndex,
}
