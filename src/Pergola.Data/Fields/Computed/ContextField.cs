using System.Text.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;

namespace Pergola.Data.Fields.Computed;

/// <summary>
/// A value of the request, such as the id of the user, stored in the column of another type (option <c>dataType</c>). Who
/// runs the request gives the value.
/// </summary>
internal sealed class ContextField(IReadOnlyList<FieldType> types) : FieldType
{
    private const string DefaultDataType = "string";
    private readonly FieldTypeRegistry _types = new(types);

    public override string Name => "context";

    public override ColumnType? GetColumnType(FieldDefinition definition) =>
        TypeOf(definition).GetColumnType(definition);

    public override ValueForm FormOf(ColumnField field) => TypeOf(field.Definition).FormOf(field);

    public override bool IsComputed(FieldDefinition definition) => true;

    public override void Check(FieldDefinition definition)
    {
        if (!_types.TryGet(definition.Text("dataType") ?? DefaultDataType, out _))
        {
            throw ValueErrors.Option(definition, "dataType", "{field}: {option} is not a known type");
        }
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
            : throw new InvalidOperationException("The type string is missing.");
}
