using System.Text.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Fields.Computed.Sequences;
using Pergola.Data.Fields.Text;
using Pergola.Data.Schema;

namespace Pergola.Data.Fields.Computed;

/// <summary>
/// Text such as <c>INV2024-0007</c>, joined from <c>patterns</c> when a record is created. The record writer makes it,
/// because its counters are a question to the database.
/// </summary>
internal sealed class SequenceField : FieldType
{
    public override string Name => "sequence";

    public override ColumnType? GetColumnType(FieldDefinition definition) => new(ColumnKind.String);

    public override bool IsComputed(FieldDefinition definition) => !(definition.Flag("inputable") ?? false);

    public override void Check(FieldDefinition definition)
    {
        var patterns = SequencePatterns.Parse(definition);
        if (patterns.MaxLength > TextValues.DefaultLength)
        {
            throw ValueErrors.Option(
                definition,
                "patterns",
                "{field}: {option} make a text longer than 255 characters"
            );
        }

        // Counters that begin again at a time would go on counting unnoticed.
        if (
            definition
                .Options.Get("patterns")!
                .Value.EnumerateArray()
                .Any(p => p.Get("options")?.Get("cycle") is not null)
        )
        {
            throw ValueErrors.Option(definition, "cycle", "{field}: {option} is not supported yet");
        }
    }

    public override object? Parse(JsonElement value, ColumnField field, ValueContext context) =>
        TextValues.CheckLength(TextValues.ReadForSave(value, field), field);

    public override object? ParseOperand(JsonElement operand, ColumnField field, ValueContext context) =>
        TextValues.Read(operand, field);

    public override void Write(in ColumnCursor cursor, ColumnField field, Utf8JsonWriter writer) =>
        writer.WriteStringValue(cursor.Text);
}
