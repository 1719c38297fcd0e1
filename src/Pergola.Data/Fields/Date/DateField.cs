using System.Text.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;

namespace Pergola.Data.Fields.Date;

/// <summary>Point in time, to the millisecond.</summary>
internal sealed class DateField : FieldType, IGeneratesOnInsert, IGeneratesOnUpdate
{
    public override string Name => "date";

    public override IReadOnlyList<string> OtherNames { get; } = ["datetime", "datetimeTz"];

    public override ColumnType? GetColumnType(FieldDefinition definition) => new(ColumnKind.Instant);

    public override object? Parse(JsonElement value, ColumnField field, ValueContext context) =>
        DateValues.ReadInstant(value, field, context);

    public override void Write(in ColumnCursor cursor, ColumnField field, Utf8JsonWriter writer) =>
        DateJson.WriteInstant(writer, cursor.Instant);

    public object? GenerateOnInsert(ColumnField field, ValueContext context) =>
        CurrentTimeOptions.FillsOnInsert(field.Definition) ? context.UtcNow() : null;

    public object? GenerateOnUpdate(ColumnField field, ValueContext context) =>
        CurrentTimeOptions.FillsOnUpdate(field.Definition) ? context.UtcNow() : null;
}
