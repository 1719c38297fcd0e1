using System.Globalization;
using System.Text.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;

namespace Pergola.Data.Fields.Date;

/// <summary>Time of day, to the second.</summary>
internal sealed class TimeField : FieldType
{
    public override string Name => "time";

    public override bool EchoesInput => true;

    public override ColumnType? GetColumnType(FieldDefinition definition) => new(ColumnKind.Time);

    public override object? Parse(JsonElement value, ColumnField field, ValueContext context)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            var text = ScalarText.Read(value, field.Name).Trim();
            if (
                TimeOnly.TryParseExact(
                    text,
                    "HHmmss",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var compact
                )
            )
            {
                return compact;
            }

            if (TimeText.TryParse(text, out var time, out var unit) && unit != DateUnit.Hour)
            {
                return TimeOnly.FromTimeSpan(TimeSpan.FromSeconds((long)time.TotalSeconds));
            }
        }

        throw field.Invalid("{field} is not a valid time");
    }

    public override void Write(in ColumnCursor cursor, ColumnField field, Utf8JsonWriter writer) =>
        DateJson.WriteTime(writer, cursor.Time);
}
