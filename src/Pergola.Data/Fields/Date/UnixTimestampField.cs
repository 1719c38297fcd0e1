using System.Text.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Fields.Number;
using Pergola.Data.Schema;

namespace Pergola.Data.Fields.Date;

/// <summary>Point in time stored as seconds or milliseconds since 1970.</summary>
internal sealed class UnixTimestampField : FieldType, IGeneratesOnInsert, IGeneratesOnUpdate
{
    private const int MillisecondsPerSecond = 1000;

    public override string Name => "unixTimestamp";

    public override ColumnType? GetColumnType(FieldDefinition definition) => new(ColumnKind.Int64);

    public override ValueForm FormOf(ColumnField field) => ValueForm.Instant;

    /// <summary>A number is the stored unit as it is; text is a date.</summary>
    public override object? Parse(JsonElement value, ColumnField field, ValueContext context)
    {
        if (value.ValueKind != JsonValueKind.Number)
        {
            return FromInstant(DateValues.ReadInstant(value, field, context), field.Definition);
        }

        var unit = UnitOf(field.Definition);
        return NumberValues.ReadInteger(
            value,
            field,
            DateValues.MinEpochMilliseconds / unit,
            DateValues.MaxEpochMilliseconds / unit
        );
    }

    /// <summary>The stored number, also as text; date text is converted.</summary>
    public override object? ParseOperand(JsonElement operand, ColumnField field, ValueContext context) =>
        operand.ValueKind == JsonValueKind.Number
        || ExactNumber.Parse(ScalarText.Of(operand, field.Name), out _) == NumberText.Number
            ? NumberValues.ReadInteger(operand, field, long.MinValue, long.MaxValue)
            : Parse(operand, field, context);

    public override void Write(in ColumnCursor cursor, ColumnField field, Utf8JsonWriter writer)
    {
        var unit = UnitOf(field.Definition);
        var stored = cursor.Int64;
        if (stored >= DateValues.MinEpochMilliseconds / unit && stored <= DateValues.MaxEpochMilliseconds / unit)
        {
            DateJson.WriteInstant(writer, DateTime.UnixEpoch.AddTicks(stored * unit * TimeSpan.TicksPerMillisecond));
        }
        else
        {
            // Written by others in another unit: no date, but not to be lost either.
            NumberValues.WriteInt64(writer, stored);
        }
    }

    public object? GenerateOnInsert(ColumnField field, ValueContext context) =>
        CurrentTimeOptions.FillsOnInsert(field.Definition) ? FromInstant(context.UtcNow(), field.Definition) : null;

    public object? GenerateOnUpdate(ColumnField field, ValueContext context) =>
        CurrentTimeOptions.FillsOnUpdate(field.Definition) ? FromInstant(context.UtcNow(), field.Definition) : null;

    /// <summary>Stored number of a point in time, cut to the unit.</summary>
    public static long FromInstant(DateTime utc, FieldDefinition definition)
    {
        var milliseconds = DateValues.ToEpochMilliseconds(utc);
        var unit = UnitOf(definition);
        return (milliseconds - ((milliseconds % unit) + unit) % unit) / unit;
    }

    private static int UnitOf(FieldDefinition definition)
    {
        var shown = definition.Options.Get("uiSchema")?.Get("x-component-props")?.Text("accuracy");
        return (shown ?? definition.Text("accuracy")) == "millisecond" ? 1 : MillisecondsPerSecond;
    }
}
