using Pergola.Core.Errors;
using Pergola.Data.Relations;
using Pergola.Data.Schema;

namespace Pergola.Data.Sql;

/// <summary>
/// The left joins of one statement, one per relation path: conditions, sort keys and appended columns of the same path
/// share a join.
/// </summary>
internal sealed class JoinTree(string rootAlias)
{
    /// <summary>SQLite joins 64 tables.</summary>
    private const int MaxTables = 60;

    private readonly Dictionary<(string Alias, Relation Relation), string> _aliases = [];
    private readonly List<(string Alias, string Parent, Relation Relation)> _joins = [];

    public string RootAlias { get; } = rootAlias;

    /// <summary>Number of tables joined to the root.</summary>
    public int Tables { get; private set; }

    /// <summary>Alias of the table at the end of a path; the root for an empty one.</summary>
    public string AliasOf(IReadOnlyList<Relation> path)
    {
        var alias = RootAlias;
        foreach (var relation in path)
        {
            alias = Join(alias, relation);
        }

        return alias;
    }

    /// <exception cref="BadRequestException">There are too many joins in the statement already.</exception>
    public string Join(string parent, Relation relation)
    {
        if (!_aliases.TryGetValue((parent, relation), out var alias))
        {
            Tables += relation is BelongsToMany ? 2 : 1;
            if (Tables > MaxTables)
            {
                throw new BadRequestException(
                    "\"{field}\" is one relation too many in this query",
                    [("field", relation.Name)],
                    relation.Name
                );
            }

            alias = RootAlias + (_joins.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            _aliases.Add((parent, relation), alias);
            _joins.Add((alias, parent, relation));
        }

        return alias;
    }

    /// <summary>Appends the joins registered so far.</summary>
    public void Write(SqlWriter sql)
    {
        foreach (var (alias, parent, relation) in _joins)
        {
            WriteJoin(sql, alias, parent, relation);
        }
    }

    /// <summary>Whether a path can lead to more than one row per root row.</summary>
    public static bool Multiplies(IReadOnlyList<Relation> path) => path.Any(Multiplies);

    public static bool Multiplies(Relation relation) =>
        relation switch
        {
            BelongsTo belongsTo => !IsUnique(belongsTo.TargetKey),
            _ => true,
        };

    public static string Column(string alias, ColumnField column) => alias + "." + column.QuotedColumn;

    private static bool IsUnique(ColumnField column) =>
        column.IsUnique || (column.IsPrimaryKey && column.Collection.PrimaryKey.Count == 1);

    private static void WriteJoin(SqlWriter sql, string alias, string parent, Relation relation)
    {
        var target = relation.Target.Table.Quoted;
        switch (relation)
        {
            case BelongsTo r:
                sql.Append(
                    $" LEFT JOIN {target} {alias} ON {Column(alias, r.TargetKey)} = {Column(parent, r.ForeignKey)}"
                );
                break;
            case HasOne r:
                sql.Append(
                    $" LEFT JOIN {target} {alias} ON {Column(alias, r.ForeignKey)} = {Column(parent, r.SourceKey)}"
                );
                break;
            case HasMany r:
                sql.Append(
                    $" LEFT JOIN {target} {alias} ON {Column(alias, r.ForeignKey)} = {Column(parent, r.SourceKey)}"
                );
                break;
            case BelongsToMany r:
                var through = alias + "t";
                sql.Append($" LEFT JOIN {r.Through.Table.Quoted} {through} ON ")
                    .Append($"{Column(through, r.ForeignKey)} = {Column(parent, r.SourceKey)}");
                ScopeCompiler.WriteFlags(sql, r, through);
                sql.Append($" LEFT JOIN {target} {alias} ON ")
                    .Append($"{Column(alias, r.TargetKey)} = {Column(through, r.OtherKey)}");
                break;
            default:
                throw new InvalidOperationException($"{relation} cannot be joined.");
        }
    }
}
