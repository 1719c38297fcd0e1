using System.Text.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;

namespace Pergola.Data.Fields.Date;

/// <summary>Wall time without zone, to the second.</summary>
internal sealed class DatetimeNoTzField : FieldType, IGeneratesOnInsert, IGeneratesOnUpdate
{
    public override string Name => "datetimeNoTz";

    public override ColumnType? GetColumnType(FieldDefinition definition) => new(ColumnKind.LocalDateTime);

    public override object? Parse(JsonElement value, ColumnField field, ValueContext context) =>
        WallClock.Cut(DateValues.ReadWall(value, field, context), TimeSpan.TicksPerSecond);

    public override void Write(in ColumnCursor cursor, ColumnField field, Utf8JsonWriter writer) =>
        DateJson.WriteWall(writer, cursor.LocalDateTime);

    public object? GenerateOnInsert(ColumnField field, ValueContext context) =>
        CurrentTimeOptions.FillsOnInsert(field.Definition) ? Now(context) : null;

    public object? GenerateOnUpdate(ColumnField field, ValueContext context) =>
        CurrentTimeOptions.FillsOnUpdate(field.Definition) ? Now(context) : null;

    private static DateTime Now(ValueContext context) =>
        WallClock.Cut(WallClock.FromUtc(context.UtcNow(), context.ServerZone), TimeSpan.TicksPerSecond);
}
