using System.Text.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;

namespace Pergola.Data.Fields.Date;

/// <summary>Calendar day.</summary>
internal sealed class DateOnlyField : FieldType
{
    public override string Name => "dateOnly";

    public override ColumnType? GetColumnType(FieldDefinition definition) => new(ColumnKind.Date);

    public override object? Parse(JsonElement value, ColumnField field, ValueContext context)
    {
        if (
            value.ValueKind == JsonValueKind.String
            && DateOnly.TryParseExact(ScalarText.Read(value, field.Name).Trim(), "yyyyMMdd", out var date)
        )
        {
            return date;
        }

        return DateOnly.FromDateTime(DateValues.ReadWall(value, field, context));
    }

    public override void Write(in ColumnCursor cursor, ColumnField field, Utf8JsonWriter writer) =>
        DateJson.WriteDate(writer, cursor.Date);
}
