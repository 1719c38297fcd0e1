using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Data.Dialects;
using Pergola.Data.Fields;
using Pergola.Data.Schema;

namespace Pergola.Plugins.EnvironmentVariables.Values;

/// <summary>
/// Text that no query answers, compares or sorts by, so that neither a secret nor its cipher text can be found out; the list
/// of variables shows those that are none.
/// </summary>
internal sealed class VariableValueField : FieldType
{
    private const int Longest = 65_536;

    public override string Name => "variableValue";

    public override bool IsSecret => true;

    public override bool KeepsWhenEmpty => true;

    public override ColumnType? GetColumnType(FieldDefinition definition) => new(ColumnKind.Text);

    /// <summary>For variables alone: in other collections nothing would encrypt what is secret.</summary>
    public override void Check(FieldDefinition definition) =>
        throw new ValidationException("unsupported field type {type}", [("type", Name)], definition.Name);

    public override object? Parse(JsonElement value, ColumnField field, ValueContext context)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            throw Invalid(field, "{field} must be a text");
        }

        var text = value.GetString()!;
        if (text.Length > Longest)
        {
            throw Invalid(field, "{field} is longer than {limit} characters");
        }

        return text.Contains('\0', StringComparison.Ordinal) ? throw Invalid(field, "{field} must be a text") : text;
    }

    public override void Write(in ColumnCursor cursor, ColumnField field, Utf8JsonWriter writer) =>
        writer.WriteStringValue(cursor.Text);

    private static ValidationException Invalid(ColumnField field, string template) =>
        new(template, [("field", field.Name), ("limit", $"{Longest}")], field.Name);
}
