using System.Text.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;

namespace Pergola.Data.Fields.Choice;

/// <summary>Array of values, sorted on save, each only once.</summary>
internal sealed class SetField : FieldType
{
    public override string Name => "set";

    public override ColumnType? GetColumnType(FieldDefinition definition) => ArrayValues.GetColumnType(definition);

    public override void Check(FieldDefinition definition) => ArrayValues.Check(definition);

    public override ValueForm FormOf(ColumnField field) => ValueForm.List;

    public override object? Parse(JsonElement value, ColumnField field, ValueContext context) =>
        ArrayValues.Read(value, field, distinct: true);

    public override void Write(in ColumnCursor cursor, ColumnField field, Utf8JsonWriter writer) =>
        ArrayValues.Write(cursor, field, writer);
}
