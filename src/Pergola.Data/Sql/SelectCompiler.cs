using Pergola.Data.Dialects;
using Pergola.Data.Fields;
using Pergola.Data.Querying;
using Pergola.Data.Relations;
using Pergola.Data.Schema;

namespace Pergola.Data.Sql;

/// <summary>Compiles a query into one SELECT: columns, to-one joins, filter, order and page.</summary>
internal static class SelectCompiler
{
    private const string Root = "t";
    private static readonly ColumnType Number = new(ColumnKind.Int64);

    public static CompiledSelect Compile(RecordQuery query, Dialect dialect)
    {
        var joins = new JoinTree(Root);
        var list = new SelectList(dialect, joins);
        var through = query.Scope?.Relation as BelongsToMany;
        var selection =
            through is not null && query.WithThrough
                ? new ThroughSelection(query.Selection, through.Through, through.ForeignKey)
                : query.Selection;
        var layout = list.Add(
            selection,
            Root,
            through is null ? null : $"\"{ScopeCompiler.ThroughAlias}\"",
            withPivot: through is not null
        );
        layout.WithTreeIndex = query.AsTree;
        return new CompiledSelect(Finish(query, list, joins, dialect), layout, list.Slots);
    }

    /// <summary>Compiles a query that reads nothing but record keys.</summary>
    public static SqlStatement CompileKeys(RecordQuery query, Dialect dialect)
    {
        var joins = new JoinTree(Root);
        var list = new SelectList(dialect, joins);
        foreach (var key in query.Collection.PrimaryKey)
        {
            list.Ordinal(key, Root);
        }

        return Finish(query, list, joins, dialect);
    }

    /// <summary>Compiles the statement that loads an appended relation for all parents at once.</summary>
    public static CompiledSelect CompileAppend(SlotReference slot, IReadOnlyList<object?> parentKeys, Dialect dialect)
    {
        var append = slot.Append;
        var joins = new JoinTree(Root);
        var list = new SelectList(dialect, joins);
        var many = append.Relation as BelongsToMany;
        const string throughAlias = $"\"{ScopeCompiler.ThroughAlias}\"";
        var selection =
            many is not null && append.WithThrough
                ? new ThroughSelection(append.Selection, many.Through, many.ForeignKey)
                : append.Selection;
        var layout = list.Add(selection, Root, many is null ? null : throughAlias);
        layout.WithTreeIndex = append.WithTreeIndex;
        var (groupKey, groupAlias) = append.Relation switch
        {
            BelongsTo r => (r.TargetKey, Root),
            HasOne r => (r.ForeignKey, Root),
            HasMany r => (r.ForeignKey, Root),
            BelongsToMany r => (r.ForeignKey, throughAlias),
            _ => throw new InvalidOperationException($"{append.Relation} cannot be appended."),
        };
        var groupOrdinal = list.Ordinal(groupKey, groupAlias);
        QueryParts.PrepareOrder(append.Sort, joins);
        FilterCompiler.Prepare(append.Filter, joins);

        var sql = new SqlWriter(dialect);
        if (append.Recursive)
        {
            TreeCompiler.WriteChain(sql, append, parentKeys);
        }

        list.Write(sql);
        sql.Append($" FROM {append.Relation.Target.Table.Quoted} {Root}");
        ScopeCompiler.WriteJoin(sql, new AssociationScope(append.Relation, parentKeys), Root);
        joins.Write(sql);
        if (append.Recursive)
        {
            TreeCompiler.WriteChainCondition(sql, append.Relation.Target, Root);
        }
        else
        {
            // Keys are values of the parent's column, which may be wider than the one they are compared with.
            sql.Append(" WHERE ").In(slot.Key.ColumnType, JoinTree.Column(groupAlias, groupKey), parentKeys);
        }

        if (append.Filter is { } filter)
        {
            sql.Append(" AND ");
            FilterCompiler.Write(sql, filter, append.Relation.Target, joins);
        }

        QueryParts.WriteOrder(sql, append.Sort, append.Relation.Target, joins);
        return new CompiledSelect(sql.ToStatement(), layout, list.Slots)
        {
            GroupOrdinal = groupOrdinal,
            GroupKey = groupKey,
        };
    }

    private static SqlStatement Finish(RecordQuery query, SelectList list, JoinTree joins, Dialect dialect)
    {
        QueryParts.PrepareOrder(query.Sort, joins);
        var sql = new SqlWriter(dialect);
        list.Write(sql);
        sql.Append($" FROM {query.Collection.Table.Quoted} {Root}");
        QueryParts.WriteJoinsAndWhere(sql, query, joins);
        QueryParts.WriteOrder(sql, query.Sort, query.Collection, joins);
        WritePage(sql, query);
        return sql.ToStatement();
    }

    private static void WritePage(SqlWriter sql, RecordQuery query)
    {
        // SQLite takes no OFFSET without a LIMIT.
        if (query.Limit is not null || query.Offset > 0)
        {
            sql.Append(" LIMIT ").Parameter(query.Limit ?? long.MaxValue, Number);
        }

        if (query.Offset > 0)
        {
            sql.Append(" OFFSET ").Parameter(query.Offset, Number);
        }
    }
}
