using System.Text.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Fields.Number;
using Pergola.Data.Schema;

namespace Pergola.Data.Fields.Identity;

/// <summary>Time-ordered number, generated unless the field says <c>autoFill: false</c>.</summary>
internal sealed class SnowflakeIdField : FieldType, IGeneratesOnInsert
{
    public override string Name => "snowflakeId";

    public override ColumnType? GetColumnType(FieldDefinition definition) => new(ColumnKind.Int64);

    public override object? Parse(JsonElement value, ColumnField field, ValueContext context) =>
        NumberValues.ReadInteger(value, field, long.MinValue, long.MaxValue);

    public override void Write(in ColumnCursor cursor, ColumnField field, Utf8JsonWriter writer) =>
        NumberValues.WriteInt64(writer, cursor.Int64);

    public object? GenerateOnInsert(ColumnField field, ValueContext context) =>
        AutoFill.IsOn(field.Definition) ? context.Ids.Next() : null;
}
