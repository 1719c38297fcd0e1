using System.Collections.Frozen;
using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Data.Fields;
using Pergola.Data.Fields.Computed;
using Pergola.Data.Fields.Date;
using Pergola.Data.Fields.Number;
using Pergola.Data.Schema;

namespace Pergola.Data.Records.Writing;

/// <summary>Turns a JSON object into a draft: names resolved, restrictions applied, rules checked, values parsed.</summary>
internal sealed class InputReader
{
    /// <param name="session">The write it belongs to.</param>
    /// <param name="plan">Plan of the collection.</param>
    /// <param name="values">The object; unknown properties are ignored.</param>
    /// <param name="scope">Which properties are taken.</param>
    /// <param name="forced">Values the server sets, which win over given ones.</param>
    public RecordDraft ReadForInsert(
        WriteSession session,
        WritePlan plan,
        JsonElement values,
        ValueScope scope,
        IReadOnlyDictionary<ColumnField, object?>? forced = null
    )
    {
        forced ??= FrozenDictionary<ColumnField, object?>.Empty;
        var draft = new RecordDraft(plan, scope);
        RequireObject(plan, values);
        plan.Rules.CheckInsert(name => Given(plan, values, scope, name), field => IsForced(field, forced));
        Read(session, draft, values, isInsert: true);
        foreach (var (column, value) in forced)
        {
            draft.Values[column] = value;
        }

        draft.IsFresh = !plan.Collection.PrimaryKey.Any(draft.Values.ContainsKey);
        return draft;
    }

    public RecordDraft ReadForUpdate(WriteSession session, WritePlan plan, JsonElement values, ValueScope scope)
    {
        var draft = new RecordDraft(plan, scope);
        RequireObject(plan, values);
        plan.Rules.CheckUpdate(name => Given(plan, values, scope, name));
        Read(session, draft, values, isInsert: false);
        return draft;
    }

    private static void RequireObject(WritePlan plan, JsonElement values)
    {
        if (values.ValueKind != JsonValueKind.Object)
        {
            throw new BadRequestException(
                "The values of {collection} must be an object",
                [("collection", plan.Collection.Name)],
                "values"
            );
        }
    }

    private static JsonElement? Given(WritePlan plan, JsonElement values, ValueScope scope, string name) =>
        values.TryGetProperty(name, out var value)
        && plan.Collection.TryGetField(name, out var field)
        && scope.Allows(field)
            ? value
            : null;

    private static bool IsForced(Field field, IReadOnlyDictionary<ColumnField, object?> forced) =>
        field switch
        {
            ColumnField column => forced.ContainsKey(column),
            Relations.BelongsTo relation => forced.ContainsKey(relation.ForeignKey),
            _ => false,
        };

    private static void Read(WriteSession session, RecordDraft draft, JsonElement values, bool isInsert)
    {
        foreach (var property in values.EnumerateObject())
        {
            if (isInsert && draft.Plan.VirtualFields.Contains(property.Name))
            {
                draft.Virtuals.Add(property);
                continue;
            }

            if (!draft.Plan.Collection.TryGetField(property.Name, out var field) || !draft.Scope.Allows(field))
            {
                continue;
            }

            if (field is Relation relation)
            {
                draft.Associations[relation] = property.Value;
            }
            else if (field is ColumnField column && IsTaken(column, draft.Scope.Options, isInsert))
            {
                ReadColumn(session, draft, column, property.Value, isInsert);
            }
        }
    }

    private static bool IsTaken(ColumnField column, WriteOptions options, bool isInsert)
    {
        if (column.Type is FormulaField)
        {
            return false;
        }

        if (options.IsInternal)
        {
            return true;
        }

        return column.Role switch
        {
            FieldRole.CreatedById or FieldRole.UpdatedById or FieldRole.UpdatedAt => false,
            FieldRole.CreatedAt => isInsert,
            // A record keeps its key for life.
            _ => isInsert || !column.Collection.PrimaryKey.Contains(column),
        };
    }

    /// <summary>
    /// Reads the value of a column. A number given for a counted column must leave room for the following ones: the database
    /// counts on from the largest, and after its last number nothing can be created any more.
    /// </summary>
    private static void ReadColumn(
        WriteSession session,
        RecordDraft draft,
        ColumnField column,
        JsonElement value,
        bool isInsert
    )
    {
        if (isInsert ? IsLeftToServer(column, value) : IsKept(column, value))
        {
            draft.Values.Remove(column);
            return;
        }

        draft.Values[column] =
            value.ValueKind == JsonValueKind.Null ? null : column.Type.Parse(value, column, session.Values);
        if (column.IsAutoIncrement && draft.Values[column] is > NumberValues.MaxSafeInteger)
        {
            throw column.Invalid("{field} is out of range");
        }

        if (!isInsert && value.ValueKind == JsonValueKind.String && column.Type.EchoesInput)
        {
            draft.Echoes[column] = value;
        }
    }

    /// <summary>Whether an empty value asks for a generated one.</summary>
    private static bool IsLeftToServer(ColumnField column, JsonElement value) =>
        IsEmpty(value)
        && (
            column.IsPrimaryKey
            || column.IsAutoIncrement
            || (column.Type is IGeneratesOnInsert && (!IsText(value) || !IsDate(column)))
            || column.Type.Name is "sort" or "sequence"
            || (column.Role != FieldRole.None && column.Role != FieldRole.ForeignKey)
        );

    /// <summary>Whether an empty value leaves what is stored.</summary>
    private static bool IsKept(ColumnField column, JsonElement value) =>
        IsEmpty(value) && (column.IsAutoIncrement || column.Type.KeepsWhenEmpty);

    /// <summary>An empty text is no date, whether or not the field fills itself.</summary>
    private static bool IsDate(ColumnField column) =>
        column.Role == FieldRole.None && column.Type is DateField or DatetimeNoTzField or UnixTimestampField;

    private static bool IsText(JsonElement value) => value.ValueKind == JsonValueKind.String;

    private static bool IsEmpty(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null || (value.ValueKind == JsonValueKind.String && value.ValueEquals(""));
}
