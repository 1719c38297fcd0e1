using System.Buffers;
using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;
using Pergola.Data.Sql;

namespace Pergola.Data.Records;

/// <summary>Rows to JSON in a page, and pages with their loaded relations to a response.</summary>
internal static class RecordJsonWriter
{
    private static readonly JsonEncodedText Pivot = JsonEncodedText.Encode("_pivot_");
    private static readonly JsonEncodedText TreeIndex = JsonEncodedText.Encode("__index");

    /// <summary>Appends the current row of a reader to a page.</summary>
    public static void AppendRow(
        DbDataReader reader,
        ValueReader values,
        RowLayout layout,
        RecordPage page,
        Utf8JsonWriter json
    )
    {
        var firstHole = page.Holes.Count;
        var start = Position(json) + (page.Count == 0 ? 0 : 1);
        WriteObject(reader, values, layout, page, json);
        page.AddRow(start, Position(json), firstHole);
    }

    /// <summary>Writes all rows of a page, separated by commas.</summary>
    public static void Compose(RecordPage page, IBufferWriter<byte> output)
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

            ComposeRow(page, row, output, row.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Writes one row with its relations.</summary>
    public static void ComposeRow(RecordPage page, int row, IBufferWriter<byte> output, string treeIndex = "0")
    {
        var (position, end) = page.Row(row);
        var (first, last) = page.HolesOf(row);
        for (var index = first; index < last; index++)
        {
            var hole = page.Holes[index];
            output.Write(page.Bytes(position, hole.Position));
            position = hole.Position + hole.Length;
            ComposeHole(page, hole, output, treeIndex);
        }

        output.Write(page.Bytes(position, end));
    }

    private static void ComposeHole(RecordPage page, Hole hole, IBufferWriter<byte> output, string treeIndex)
    {
        if (hole.Kind == HoleKind.TreeIndex)
        {
            output.Write(Encoding.UTF8.GetBytes(treeIndex));
            return;
        }

        var child = hole.Slot < page.Slots.Count ? page.Slots[hole.Slot] : null;
        var rows = child?.RowsOf(hole.Key) ?? [];
        var end = hole.Position + hole.Length;
        switch (hole.Kind)
        {
            case HoleKind.Elements:
                ComposeRows(child, rows, output, treeIndex);
                break;
            case HoleKind.OptionalElements when rows.Count > 0:
                output.Write(page.Bytes(hole.Position, end - 1));
                ComposeRows(child, rows, output, treeIndex);
                output.Write("]"u8);
                break;
            case HoleKind.Value when rows.Count > 0:
                ComposeRow(child!, rows[0], output);
                break;
            case HoleKind.Value:
                output.Write("null"u8);
                break;
            case HoleKind.OptionalValue when rows.Count > 0:
                output.Write(page.Bytes(hole.Position, end - "null".Length));
                ComposeRow(child!, rows[0], output);
                break;
            default:
                break;
        }
    }

    private static void ComposeRows(
        RecordPage? page,
        IReadOnlyList<int> rows,
        IBufferWriter<byte> output,
        string treeIndex
    )
    {
        for (var index = 0; index < rows.Count; index++)
        {
            if (index > 0)
            {
                output.Write(","u8);
            }

            ComposeRow(
                page!,
                rows[index],
                output,
                string.Create(CultureInfo.InvariantCulture, $"{treeIndex}.children.{index}")
            );
        }
    }

    private static void WriteObject(
        DbDataReader reader,
        ValueReader values,
        RowLayout layout,
        RecordPage page,
        Utf8JsonWriter json
    )
    {
        json.WriteStartObject();
        ColumnJson.WriteProperties(reader, values, layout.Columns, layout.FirstOrdinal, json);
        foreach (var joined in layout.Joined)
        {
            json.WritePropertyName(joined.Name);
            if (reader.IsDBNull(joined.PresenceOrdinal))
            {
                json.WriteNullValue();
            }
            else
            {
                WriteObject(reader, values, joined.Layout, page, json);
            }
        }

        foreach (var slot in layout.Slots)
        {
            WriteSlot(reader, slot, layout, page, json);
        }

        if (layout.WithPivot)
        {
            json.WriteNull(Pivot);
        }

        if (layout.WithTreeIndex)
        {
            json.WriteString(TreeIndex, default(ReadOnlySpan<char>));
            page.AddHole(new Hole(HoleKind.TreeIndex, Position(json) - 1, 0, -1, null));
        }

        json.WriteEndObject();
    }

    private static void WriteSlot(
        DbDataReader reader,
        SlotReference slot,
        RowLayout layout,
        RecordPage page,
        Utf8JsonWriter json
    )
    {
        var key = ReadKey(reader, slot.Key, slot.KeyOrdinal);
        var start = Position(json);
        var optional = slot.Append.Recursive && layout.Columns.Count > 0;
        json.WritePropertyName(slot.Append.Relation.JsonName);
        if (slot.Append.Relation.IsToMany)
        {
            json.WriteStartArray();
            json.WriteEndArray();
            var end = Position(json);
            page.AddHole(
                optional
                    ? new Hole(HoleKind.OptionalElements, start, end - start, slot.Slot, key)
                    : new Hole(HoleKind.Elements, end - 1, 0, slot.Slot, key)
            );
        }
        else
        {
            json.WriteNullValue();
            var end = Position(json);
            page.AddHole(
                optional
                    ? new Hole(HoleKind.OptionalValue, start, end - start, slot.Slot, key)
                    : new Hole(HoleKind.Value, end - "null".Length, "null".Length, slot.Slot, key)
            );
        }
    }

    /// <summary>The value rows are matched by, in one CLR form per kind on both sides of a relation.</summary>
    public static object? ReadKey(DbDataReader reader, ColumnField column, int ordinal)
    {
        if (reader.IsDBNull(ordinal))
        {
            return null;
        }

        return column.ColumnType.Kind switch
        {
            Fields.ColumnKind.Int64 or Fields.ColumnKind.Int32 => reader.GetInt64(ordinal),
            Fields.ColumnKind.Uuid => reader.GetGuid(ordinal),
            _ => reader.GetString(ordinal),
        };
    }

    private static int Position(Utf8JsonWriter json) => checked((int)(json.BytesCommitted + json.BytesPending));
}
