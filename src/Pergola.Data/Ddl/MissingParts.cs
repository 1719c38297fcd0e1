using Pergola.Data.Dialects;
using Pergola.Data.Schema;

namespace Pergola.Data.Ddl;

/// <summary>Compares a snapshot with what a database has and plans what is missing.</summary>
internal static class MissingParts
{
    public static DdlPlan Plan(PhysicalSchema physical, SchemaSnapshot target)
    {
        var changes = new List<DdlChange>();
        var indexes = new List<IndexBuild>();
        foreach (var shape in TableShape.Of(target).Values)
        {
            if (physical.Tables.TryGetValue(shape.Table.Name, out var table))
            {
                AddMissing(shape, table, changes, indexes);
            }
            else
            {
                changes.AddRange(shape.Create());
            }
        }

        return new DdlPlan(changes, indexes);
    }

    private static void AddMissing(
        TableShape shape,
        PhysicalTable table,
        List<DdlChange> changes,
        List<IndexBuild> indexes
    )
    {
        changes.AddRange(
            shape
                .Columns.Values.Where(c => !table.Columns.Contains(c.ColumnName))
                .Select(c => new AddColumn(c.Collection, c))
        );
        changes.AddRange(
            shape
                .UniqueKeys.Where(k => !table.UniqueKeysOver(NamesOf(k.Columns)).Any())
                .Select(k => new AddUnique(shape.Table, k))
        );
        foreach (var index in shape.Indexes)
        {
            if (table.InvalidIndexes.Contains(index.Name))
            {
                indexes.Add(new IndexBuild(shape.Table, index, IsInvalid: true));
            }
            else if (!table.Indexes.ContainsKey(index.Name) && !table.IndexesOver(NamesOf(index.Columns)).Any())
            {
                indexes.Add(new IndexBuild(shape.Table, index));
            }
        }
    }

    private static string[] NamesOf(IReadOnlyList<ColumnField> columns) => [.. columns.Select(c => c.ColumnName)];
}
