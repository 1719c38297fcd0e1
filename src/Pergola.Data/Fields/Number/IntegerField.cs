using System.Text.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;

namespace Pergola.Data.Fields.Number;

/// <summary>Integer of 32 bits.</summary>
internal sealed class IntegerField : FieldType
{
    public override string Name => "integer";

    public override bool EchoesInput => true;

    public override ColumnType? GetColumnType(FieldDefinition definition) => new(ColumnKind.Int32);

    public override object? Parse(JsonElement value, ColumnField field, ValueContext context) =>
        (int)NumberValues.ReadInteger(value, field, int.MinValue, int.MaxValue);

    public override void Write(in ColumnCursor cursor, ColumnField field, Utf8JsonWriter writer) =>
        writer.WriteNumberValue(cursor.Int32);
}
