using System.Text.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Fields.Computed.Formulas;
using Pergola.Data.Schema;

namespace Pergola.Data.Fields.Computed;

/// <summary>
/// A value computed from other fields of the record whenever the record is written, stored in the column of another type
/// (option <c>dataType</c>). The record writer computes it, because it knows the other values.
/// </summary>
internal sealed class FormulaField(IReadOnlyList<FieldType> types) : FieldType
{
    private const string DefaultDataType = "double";
    private static readonly string[] DataTypes =
    [
        "boolean",
        "integer",
        "bigInt",
        "double",
        "decimal",
        "string",
        "date",
    ];
    private readonly FieldTypeRegistry _types = new(
        types.Where(t => DataTypes.Contains(t.Name, StringComparer.Ordinal))
    );

    public override string Name => "formula";

    public override ColumnType? GetColumnType(FieldDefinition definition) =>
        TypeOf(definition).GetColumnType(definition);

    public override bool IsComputed(FieldDefinition definition) => true;

    public override void Check(FieldDefinition definition)
    {
        if (definition.Options.Get("dataType") is not null && !_types.TryGet(definition.Text("dataType") ?? "", out _))
        {
            throw ValueErrors.Option(definition, "dataType", "{field}: {option} is not a type a formula can have");
        }

        TypeOf(definition).Check(definition);
        Formula.Parse(definition);
    }

    public override object? Parse(JsonElement value, ColumnField field, ValueContext context) =>
        TypeOf(field.Definition).Parse(value, field, context);

    public override object? ParseOperand(JsonElement operand, ColumnField field, ValueContext context) =>
        TypeOf(field.Definition).ParseOperand(operand, field, context);

    public override void Write(in ColumnCursor cursor, ColumnField field, Utf8JsonWriter writer) =>
        TypeOf(field.Definition).Write(cursor, field, writer);

    private FieldType TypeOf(FieldDefinition definition) =>
        _types.TryGet(definition.Text("dataType") ?? DefaultDataType, out var type)
        || _types.TryGet(DefaultDataType, out type)
            ? type
            : throw new InvalidOperationException("The type double is missing.");
}
