using System.Text.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;

namespace Pergola.Data.Fields.Number;

/// <summary>Integer of 64 bits; a JSON string where a JSON number would lose digits.</summary>
internal sealed class BigIntField : FieldType
{
    public override string Name => "bigInt";

    public override bool EchoesInput => true;

    public override ColumnType? GetColumnType(FieldDefinition definition) => new(ColumnKind.Int64);

    public override object? Parse(JsonElement value, ColumnField field, ValueContext context) =>
        NumberValues.ReadInteger(value, field, long.MinValue, long.MaxValue);

    public override void Write(in ColumnCursor cursor, ColumnField field, Utf8JsonWriter writer) =>
        NumberValues.WriteInt64(writer, cursor.Int64);
}
