using System.Text.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;

namespace Pergola.Data.Fields;

/// <summary>
/// Storage and value of a field: which column it has, how JSON becomes a stored value and how a stored value becomes
/// JSON. One class per type, found by its wire name. Instances are shared and keep no state.
/// </summary>
public abstract class FieldType
{
    /// <summary>Name on the wire, such as <c>bigInt</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Further wire names that mean the same type.</summary>
    public virtual IReadOnlyList<string> OtherNames => [];

    /// <summary>The column of a field of this type, or null when it has none.</summary>
    public abstract ColumnType? GetColumnType(FieldDefinition definition);

    /// <summary>Checks the options of a new definition.</summary>
    /// <exception cref="Core.Errors.ValidationException">An option is missing or makes no sense.</exception>
    public virtual void Check(FieldDefinition definition) { }

    /// <summary>
    /// Turns a JSON value (never null or undefined) into the CLR value of the column kind, as it is to be stored: trimmed,
    /// sorted, hashed, whatever the type does on save. Null means store NULL.
    /// </summary>
    /// <exception cref="Core.Errors.ValidationException">The value does not fit; the message names the field.</exception>
    public abstract object? Parse(JsonElement value, ColumnField field, ValueContext context);

    /// <summary>Turns a filter operand (a scalar, never null) into a value comparable with the column.</summary>
    /// <exception cref="Core.Errors.ValidationException">The operand does not fit; the message names the field.</exception>
    public virtual object? ParseOperand(JsonElement operand, ColumnField field, ValueContext context) =>
        Parse(operand, field, context);

    /// <summary>Writes the value under the cursor, which is not NULL.</summary>
    public abstract void Write(in ColumnCursor cursor, ColumnField field, Utf8JsonWriter writer);

    /// <summary>
    /// Whether an update answers with the value as it was given instead of the stored one (recorded behaviour of numbers
    /// and times sent as text).
    /// </summary>
    public virtual bool EchoesInput => false;

    /// <summary>Whether values are in no answer and must not be guessed by comparing or sorting; only whether there is one may be asked.</summary>
    public virtual bool IsSecret => false;

    /// <summary>Whether the server computes the value, so that none is taken from requests.</summary>
    public virtual bool IsComputed(FieldDefinition definition) => false;

    /// <summary>What clients get and send.</summary>
    public virtual ValueForm FormOf(ColumnField field) =>
        field.ColumnType.Kind switch
        {
            ColumnKind.Int32 => ValueForm.Integer,
            ColumnKind.Int64 => ValueForm.LargeInteger,
            ColumnKind.Single or ColumnKind.Double => ValueForm.Number,
            ColumnKind.Decimal => ValueForm.Decimal,
            ColumnKind.Boolean => ValueForm.Boolean,
            ColumnKind.Instant => ValueForm.Instant,
            ColumnKind.LocalDateTime => ValueForm.WallTime,
            ColumnKind.Date => ValueForm.Date,
            ColumnKind.Time => ValueForm.Time,
            ColumnKind.Json or ColumnKind.JsonBinary => ValueForm.Document,
            ColumnKind.Uuid => ValueForm.Uuid,
            ColumnKind.Bytes => ValueForm.Bytes,
            ColumnKind.Array => ValueForm.List,
            _ => ValueForm.Text,
        };

    /// <summary>Whether an update that gives null or an empty text leaves the stored value alone.</summary>
    public virtual bool KeepsWhenEmpty => false;
}

/// <summary>A type that fills its field on insert when the caller gave nothing.</summary>
public interface IGeneratesOnInsert
{
    /// <summary>The value to store, or null to leave the column to its default.</summary>
    object? GenerateOnInsert(ColumnField field, ValueContext context);
}

/// <summary>A type that fills its field on every update that changes the record.</summary>
public interface IGeneratesOnUpdate
{
    /// <summary>The value to store, or null to leave the column alone.</summary>
    object? GenerateOnUpdate(ColumnField field, ValueContext context);
}
