using Pergola.Core.Errors;
using Pergola.Data.Querying;
using Pergola.Data.Schema;

namespace Pergola.Data.Sql;

/// <summary>Clauses that several statements on one query share.</summary>
internal static class QueryParts
{
    /// <summary>A third of what SQLite takes in one statement; a recursive statement holds a filter twice.</summary>
    private const int MaxParameters = 10_000;

    /// <summary>Appends joins and WHERE of scope and filter; joins registered before are written as well.</summary>
    public static void WriteJoinsAndWhere(SqlWriter sql, RecordQuery query, JoinTree joins)
    {
        FilterCompiler.Prepare(query.Filter, joins);
        ScopeCompiler.WriteJoin(sql, query.Scope, joins.RootAlias);
        joins.Write(sql);
        var keyword = " WHERE ";
        if (query.Scope is { } scope)
        {
            sql.Append(keyword);
            ScopeCompiler.WriteCondition(sql, scope, joins.RootAlias);
            keyword = " AND ";
        }

        if (query.Filter is { } filter)
        {
            sql.Append(keyword);
            FilterCompiler.Write(sql, filter, query.Collection, joins);
        }

        if (sql.ParameterCount > MaxParameters)
        {
            throw new BadRequestException(
                "A filter may have at most {limit} values",
                [("limit", MaxParameters.ToString(System.Globalization.CultureInfo.InvariantCulture))],
                "filter"
            );
        }
    }

    /// <summary>
    /// Appends ORDER BY: the sort keys, then the record key unless it is among them, so that pages never overlap. NULLs are
    /// last in both directions; the clause is left out where a column cannot be NULL, so that a plain index serves. After a
    /// unique column that cannot be NULL nothing further matters.
    /// </summary>
    public static void WriteOrder(SqlWriter sql, IReadOnlyList<SortKey> sort, Collection root, JoinTree joins)
    {
        var tail = root.FilterTargetKey.Where(key =>
            !sort.Any(s => s.Path.Relations.Count == 0 && s.Path.Field == key)
        );
        var keys = sort.Concat(tail.Select(key => new SortKey(FieldPath.Of(key), Descending: false))).ToList();
        var decisive = keys.FindIndex(IsDecisive);
        if (decisive >= 0)
        {
            keys.RemoveRange(decisive + 1, keys.Count - decisive - 1);
        }

        if (keys.Count == 0)
        {
            return;
        }

        sql.Append(" ORDER BY ")
            .Join(
                ", ",
                keys,
                (s, key) =>
                {
                    var field = key.Path.Field;
                    var column = JoinTree.Column(joins.AliasOf(key.Path.Relations), field);
                    s.Append(s.Dialect.Columns.Comparable(field.ColumnType, column));
                    s.Append(key.Descending ? " DESC" : "");
                    s.Append(field.AllowNull || key.Path.Relations.Count > 0 ? " NULLS LAST" : "");
                }
            );
    }

    private static bool IsDecisive(SortKey key) =>
        key.Path.Relations.Count == 0
        && !key.Path.Field.AllowNull
        && (
            key.Path.Field.IsUnique || key.Path.Field.Collection.PrimaryKey is [var single] && single == key.Path.Field
        );

    /// <summary>Registers the joins of sort keys; must run before the joins are written.</summary>
    public static void PrepareOrder(IReadOnlyList<SortKey> sort, JoinTree joins)
    {
        foreach (var key in sort)
        {
            joins.AliasOf(key.Path.Relations);
        }
    }
}
