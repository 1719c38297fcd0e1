using System.Text.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;

namespace Pergola.Data.Fields.Number;

/// <summary>
/// Position of a record within the records of the same <c>scopeKey</c>. The record writer assigns it, because the next
/// position is a question to the database.
/// </summary>
internal sealed class SortField : FieldType
{
    public override string Name => "sort";

    public override ColumnType? GetColumnType(FieldDefinition definition) => new(ColumnKind.Int64);

    public override object? Parse(JsonElement value, ColumnField field, ValueContext context) =>
        NumberValues.ReadInteger(value, field, long.MinValue, long.MaxValue);

    public override void Write(in ColumnCursor cursor, ColumnField field, Utf8JsonWriter writer) =>
        NumberValues.WriteInt64(writer, cursor.Int64);
}
