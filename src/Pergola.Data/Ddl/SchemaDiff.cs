using System.Text.Json;
using Pergola.Data.Schema;
using Pergola.Data.Sql;

namespace Pergola.Data.Ddl;

/// <summary>Compares two snapshots and plans the way from one to the other.</summary>
internal static class SchemaDiff
{
    public static DdlPlan Plan(SchemaSnapshot before, SchemaSnapshot after, bool cascade)
    {
        var changes = new List<DdlChange>();
        var indexes = new List<IndexBuild>();
        var old = TableShape.Of(before);
        var wanted = TableShape.Of(after);
        changes.AddRange(old.Keys.Where(t => !wanted.ContainsKey(t)).Select(t => new DropTable(t, cascade)));
        foreach (var (table, shape) in wanted)
        {
            if (old.TryGetValue(table, out var present))
            {
                Alter(present, shape, changes, indexes);
            }
            else
            {
                changes.AddRange(shape.Create());
            }
        }

        return new DdlPlan(changes, indexes);
    }

    private static void Alter(TableShape old, TableShape wanted, List<DdlChange> changes, List<IndexBuild> indexes)
    {
        var table = wanted.Table;
        // A key or index over a column that goes is dropped with the column.
        var dropped = old
            .Columns.Where(c => !wanted.Columns.ContainsKey(c.Key) && HasField(c.Value))
            .Select(c => c.Key)
            .ToHashSet(StringComparer.Ordinal);
        changes.AddRange(
            old.UniqueKeys.Where(k =>
                    !GoesWith(k.Columns, dropped) && !wanted.UniqueKeys.Any(w => IsSame(w.Columns, k.Columns))
                )
                .Select(k => new DropUnique(table, k))
        );
        changes.AddRange(
            old.Indexes.Where(i =>
                    !GoesWith(i.Columns, dropped) && !wanted.Indexes.Any(w => IsSame(w.Columns, i.Columns))
                )
                .Select(i => new DropIndex(table, i))
        );
        changes.AddRange(dropped.Select(name => new DropColumn(table, old.Columns[name])));
        changes.AddRange(
            old.Columns.Where(c => !wanted.Columns.ContainsKey(c.Key) && !HasField(c.Value) && IsRequired(c.Value))
                .Select(c => new DropNotNull(table, c.Value))
        );
        foreach (var (name, column) in wanted.Columns)
        {
            if (!old.Columns.TryGetValue(name, out var present))
            {
                changes.Add(new AddColumn(column.Collection, column));
            }
            else
            {
                changes.AddRange(Changes(table, present, column));
            }
        }

        changes.AddRange(
            wanted
                .Columns.Values.Where(c => c.Type.Name == "sort" && !old.Columns.ContainsKey(c.ColumnName))
                .Select(c => new NumberRows(c, SortColumn.Of(c).Scope))
        );
        changes.AddRange(
            wanted
                .UniqueKeys.Where(k => !old.UniqueKeys.Any(o => IsSame(o.Columns, k.Columns)))
                .Select(k => new AddUnique(table, k))
        );
        indexes.AddRange(
            wanted
                .Indexes.Where(i => !old.Indexes.Any(o => IsSame(o.Columns, i.Columns)))
                .Select(i => new IndexBuild(table, i))
        );
    }

    private static IEnumerable<DdlChange> Changes(TableName table, ColumnField old, ColumnField wanted)
    {
        if (!IsSameDefault(old, wanted))
        {
            yield return new AlterDefault(table, wanted);
        }

        if (old.AllowNull != wanted.AllowNull && !old.IsPrimaryKey && !wanted.IsPrimaryKey)
        {
            yield return new AlterNull(table, wanted);
        }
    }

    /// <summary>
    /// A column that only a relation or an option implies stays with its data when that goes; nobody asked to drop it.
    /// </summary>
    private static bool HasField(ColumnField column) => column.Collection.Definition.Fields.Contains(column.Definition);

    private static bool IsRequired(ColumnField column) => !column.AllowNull && !column.IsPrimaryKey;

    private static bool GoesWith(IReadOnlyList<ColumnField> columns, HashSet<string> dropped) =>
        columns.Any(c => dropped.Contains(c.ColumnName));

    private static bool IsSame(IReadOnlyList<ColumnField> left, IReadOnlyList<ColumnField> right) =>
        left.Select(c => c.ColumnName).SequenceEqual(right.Select(c => c.ColumnName), StringComparer.Ordinal);

    private static bool IsSameDefault(ColumnField left, ColumnField right) =>
        (left.DefaultValue, right.DefaultValue) switch
        {
            (null, null) => true,
            ({ } a, { } b) => JsonElement.DeepEquals(a, b),
            _ => false,
        };
}
