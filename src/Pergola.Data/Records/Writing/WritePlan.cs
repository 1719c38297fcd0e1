using System.Collections.Frozen;
using Pergola.Data.Dialects;
using Pergola.Data.Fields;
using Pergola.Data.Records.Computed;
using Pergola.Data.Relations;
using Pergola.Data.Schema;
using Pergola.Data.Sql;
using Pergola.Data.Validation;

namespace Pergola.Data.Records.Writing;

/// <summary>What writing to a collection needs to know, worked out once per snapshot.</summary>
internal sealed class WritePlan
{
    private readonly FrozenDictionary<ColumnField, int> _keyIndexes;

    public WritePlan(Collection collection, Dialect dialect, IReadOnlySet<ColumnField> relationKeys)
    {
        Collection = collection;
        Returning = ReturnedColumns.Of(collection, dialect);
        SortColumns = [.. collection.Columns.Where(c => c.Type.Name == "sort").Select(SortColumn.Of)];
        RecordKey = collection.PrimaryKey.Count > 0 ? collection.PrimaryKey : collection.FilterTargetKey;
        KeyColumns = [.. collection.Columns.Where(c => IsKey(c, relationKeys))];
        _keyIndexes = KeyColumns.Select((c, i) => (c, i)).ToFrozenDictionary(p => p.c, p => p.i);
        RadioColumns = [.. collection.Columns.Where(c => c.Type.Name == "radio")];
        GeneratedOnInsert = [.. collection.Columns.Where(c => c.Type is IGeneratesOnInsert)];
        GeneratedOnUpdate = [.. collection.Columns.Where(c => c.Type is IGeneratesOnUpdate)];
        Formulas = FormulaColumn.Of(collection);
        Sequences = SequenceColumn.Of(collection);
        Rules = ValidationRules.Of(collection);
        VirtualFields = collection.Definition.Fields.Where(f => f.Type == "virtual").Select(f => f.Name).ToFrozenSet();
    }

    public Collection Collection { get; }

    /// <summary>Column list that <see cref="StoredRowReader"/> reads.</summary>
    public string Returning { get; }

    public IReadOnlyList<SortColumn> SortColumns { get; }

    /// <summary>Flags that only one record has.</summary>
    public IReadOnlyList<ColumnField> RadioColumns { get; }

    /// <summary>Columns that address a record; empty when nothing does.</summary>
    public IReadOnlyList<ColumnField> RecordKey { get; }

    /// <summary>Columns whose values further statements may need: keys of records and of relations.</summary>
    public IReadOnlyList<ColumnField> KeyColumns { get; }

    public IReadOnlyList<ColumnField> GeneratedOnInsert { get; }

    public IReadOnlyList<ColumnField> GeneratedOnUpdate { get; }

    /// <summary>Computed fields, each behind those it is computed from.</summary>
    public IReadOnlyList<FormulaColumn> Formulas { get; }

    public IReadOnlyList<SequenceColumn> Sequences { get; }

    public ValidationRules Rules { get; }

    /// <summary>Names of fields without a column, whose values only the answer to a create repeats.</summary>
    public FrozenSet<string> VirtualFields { get; }

    /// <summary>Position of a column among the key columns, -1 when it is none.</summary>
    public int KeyIndex(ColumnField column) => _keyIndexes.GetValueOrDefault(column, -1);

    public RecordKey? KeyOf(Func<ColumnField, object?> value)
    {
        var values = new object[RecordKey.Count];
        for (var index = 0; index < values.Length; index++)
        {
            if (value(RecordKey[index]) is not { } part)
            {
                return null;
            }

            values[index] = part;
        }

        return values.Length == 0 ? null : new RecordKey(RecordKey, values);
    }

    private bool IsKey(ColumnField column, IReadOnlySet<ColumnField> relationKeys) =>
        column.IsPrimaryKey
        || relationKeys.Contains(column)
        || RecordKey.Contains(column)
        || SortColumns.Any(s => s.Column == column || s.Scope == column);
}
