using System.Text.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;

namespace Pergola.Data.Fields.Number;

/// <summary>Floating point number of double precision.</summary>
internal sealed class DoubleField : FieldType
{
    public override string Name => "double";

    public override bool EchoesInput => true;

    public override ColumnType? GetColumnType(FieldDefinition definition) => new(ColumnKind.Double);

    public override object? Parse(JsonElement value, ColumnField field, ValueContext context) =>
        NumberValues.ReadDouble(value, field);

    public override void Write(in ColumnCursor cursor, ColumnField field, Utf8JsonWriter writer) =>
        NumberValues.WriteDouble(writer, cursor.Double);
}
