using System.Text.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;

namespace Pergola.Data.Fields.Number;

/// <summary>Floating point number of single precision.</summary>
internal sealed class RealField : FieldType
{
    public override string Name => "real";

    public override bool EchoesInput => true;

    public override ColumnType? GetColumnType(FieldDefinition definition) => new(ColumnKind.Single);

    public override object? Parse(JsonElement value, ColumnField field, ValueContext context) =>
        NumberValues.ReadSingle(value, field);

    public override void Write(in ColumnCursor cursor, ColumnField field, Utf8JsonWriter writer) =>
        NumberValues.WriteSingle(writer, cursor.Single);
}
