using System.Data.Common;
using System.Text.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;
using Pergola.Data.Sql;

namespace Pergola.Data.Records;

/// <summary>Rows to JSON in a page, with holes for what is loaded separately.</summary>
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
        // Without a column before it, the property has no comma to be left out with.
        var optional = slot.Append.IsOptional && layout.Columns.Count > 0;
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
