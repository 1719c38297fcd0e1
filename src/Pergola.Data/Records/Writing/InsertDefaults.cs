using Pergola.Core.Errors;
using Pergola.Data.Fields;
using Pergola.Data.Schema;

namespace Pergola.Data.Records.Writing;

/// <summary>Fills what the server owns or generates on insert, and refuses rows that lack a required value.</summary>
internal static class InsertDefaults
{
    public static void Apply(WriteSession session, RecordDraft draft)
    {
        foreach (var column in draft.Plan.Collection.Columns)
        {
            ApplyRole(session, draft, column);
        }

        foreach (var column in draft.Plan.GeneratedOnInsert)
        {
            if (
                draft.Values.GetValueOrDefault(column) is null
                && ((IGeneratesOnInsert)column.Type).GenerateOnInsert(column, session.Values) is { } generated
            )
            {
                draft.Values[column] = generated;
            }
        }
    }

    /// <summary>Names a column that would violate NOT NULL before the database does, so that no statement is wasted.</summary>
    public static void RequireValues(RecordDraft draft)
    {
        foreach (var column in draft.Plan.Collection.Columns)
        {
            var given = draft.Values.TryGetValue(column, out var value);
            var mayBeNull = column.AllowNull || column.IsAutoIncrement;
            if (!mayBeNull && value is null && (given || column.DefaultValue is null))
            {
                throw CannotBeNull(column);
            }
        }
    }

    public static ConstraintException CannotBeNull(ColumnField column) =>
        new([new ConstraintViolation("{field} cannot be null", [("field", column.Title)], column.Name)]);

    private static void ApplyRole(WriteSession session, RecordDraft draft, ColumnField column)
    {
        object? value = column.Role switch
        {
            FieldRole.CreatedAt or FieldRole.UpdatedAt => session.Now,
            FieldRole.CreatedById or FieldRole.UpdatedById => session.Values.UserId,
            _ => null,
        };
        if (column.Role is FieldRole.None or FieldRole.ForeignKey || draft.Values.GetValueOrDefault(column) is not null)
        {
            return;
        }

        draft.Values[column] = StoredValue.As(column.ColumnType.Kind, value);
    }
}
