using System.Buffers;
using System.Globalization;
using System.Text;

namespace Pergola.Data.Records;

/// <summary>
/// Writes the rows of a page with their relations. It walks with a stack of its own, because a chain of records may be
/// longer than a thread's stack is deep, and ends where a chain would come back to a record it has passed.
/// </summary>
internal sealed class PageComposer(IBufferWriter<byte> output)
{
    private readonly List<Frame> _frames = [];
    private readonly HashSet<(RecordPage Page, int Row)> _passed = [];
    private int _depth;

    /// <summary>Writes all rows, separated by commas.</summary>
    public void Write(RecordPage page)
    {
        if (page.Holes.Count == 0)
        {
            if (page.Count > 0)
            {
                output.Write(page.Bytes(page.Row(0).Start, page.Row(page.Count - 1).End));
            }

            return;
        }

        for (var row = 0; row < page.Count; row++)
        {
            if (row > 0)
            {
                output.Write(","u8);
            }

            Enter(page, row, row);
            WriteOpenRows();
        }
    }

    private void WriteOpenRows()
    {
        while (_depth > 0)
        {
            var frame = _frames[_depth - 1];
            if (frame.Related is not null)
            {
                WriteRelated(frame, frame.Related);
            }
            else if (frame.NextHole < frame.LastHole)
            {
                WriteHole(frame, frame.Page.Holes[frame.NextHole++]);
            }
            else
            {
                output.Write(frame.Page.Bytes(frame.Position, frame.End));
                Leave(frame);
            }
        }
    }

    private void Enter(RecordPage page, int row, long index)
    {
        if (_depth == _frames.Count)
        {
            _frames.Add(new Frame());
        }

        _frames[_depth++].Start(page, row, index);
        if (page.LeadsToItself)
        {
            _passed.Add((page, row));
        }
    }

    private void Leave(Frame frame)
    {
        _depth--;
        if (frame.Page.LeadsToItself)
        {
            _passed.Remove((frame.Page, frame.Row));
        }
    }

    private void WriteHole(Frame frame, Hole hole)
    {
        var end = hole.Position + hole.Length;
        output.Write(frame.Page.Bytes(frame.Position, hole.Position));
        frame.Position = end;
        if (hole.Kind == HoleKind.TreeIndex)
        {
            WriteTreeIndex();
            return;
        }

        var related = hole.Slot < frame.Page.Slots.Count ? frame.Page.Slots[hole.Slot] : null;
        var rows = related?.RowsOf(hole.Key) ?? [];
        var first = NextRow(related, rows, 0);
        if (first < 0)
        {
            output.Write(hole.Kind == HoleKind.Value ? "null"u8 : []);
            return;
        }

        frame.Open(related!, rows, first, hole.Kind);
        output.Write(
            hole.Kind switch
            {
                HoleKind.OptionalElements => frame.Page.Bytes(hole.Position, end - "]".Length),
                HoleKind.OptionalValue => frame.Page.Bytes(hole.Position, end - "null".Length),
                _ => [],
            }
        );
    }

    private void WriteRelated(Frame frame, RecordPage related)
    {
        if (frame.NextRow < 0)
        {
            output.Write(frame.Kind == HoleKind.OptionalElements ? "]"u8 : []);
            frame.Related = null;
            return;
        }

        var row = frame.Rows[frame.NextRow];
        var isSingle = frame.Kind is HoleKind.Value or HoleKind.OptionalValue;
        frame.NextRow = isSingle ? -1 : NextRow(related, frame.Rows, frame.NextRow + 1);
        if (frame.Written > 0)
        {
            output.Write(","u8);
        }

        Enter(related, row, frame.Written++);
    }

    /// <summary>Index of the first row from a position on that is not being written already, -1 when there is none.</summary>
    private int NextRow(RecordPage? page, IReadOnlyList<int> rows, int from)
    {
        for (var index = from; index < rows.Count; index++)
        {
            if (!page!.LeadsToItself || !_passed.Contains((page, rows[index])))
            {
                return index;
            }
        }

        return -1;
    }

    private void WriteTreeIndex()
    {
        for (var depth = 0; depth < _depth; depth++)
        {
            output.Write(depth == 0 ? [] : ".children."u8);
            output.Write(Encoding.UTF8.GetBytes(_frames[depth].Index.ToString(CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>A row that is being written, and the relation that is being written into it. Used again for later rows.</summary>
    private sealed class Frame
    {
        public RecordPage Page { get; private set; } = null!;

        public int Row { get; private set; }

        /// <summary>Position among the rows written beside it.</summary>
        public long Index { get; private set; }

        /// <summary>Bytes of the page up to here have been written or replaced.</summary>
        public int Position { get; set; }

        public int End { get; private set; }

        public int NextHole { get; set; }

        public int LastHole { get; private set; }

        public RecordPage? Related { get; set; }

        public IReadOnlyList<int> Rows { get; private set; } = [];

        public int NextRow { get; set; }

        public int Written { get; set; }

        public HoleKind Kind { get; private set; }

        public void Start(RecordPage page, int row, long index)
        {
            (Page, Row, Index, Related) = (page, row, index, null);
            (Position, End) = page.Row(row);
            (NextHole, LastHole) = page.HolesOf(row);
        }

        public void Open(RecordPage related, IReadOnlyList<int> rows, int first, HoleKind kind) =>
            (Related, Rows, NextRow, Written, Kind) = (related, rows, first, 0, kind);
    }
}
