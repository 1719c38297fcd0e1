using System.Text.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;

namespace Pergola.Data.Fields.Json;

/// <summary>Any JSON value, kept as it was written; with the option <c>jsonb</c> in the form the database indexes.</summary>
internal sealed class JsonField : FieldType
{
    public override string Name => "json";

    public override ColumnType? GetColumnType(FieldDefinition definition) =>
        new(definition.Flag("jsonb") ?? false ? ColumnKind.JsonBinary : ColumnKind.Json);

    public override object? Parse(JsonElement value, ColumnField field, ValueContext context) =>
        JsonValues.Read(value, field);

    public override void Write(in ColumnCursor cursor, ColumnField field, Utf8JsonWriter writer) =>
        JsonValues.Write(writer, cursor.Json);
}
