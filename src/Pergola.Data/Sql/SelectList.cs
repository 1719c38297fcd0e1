using System.Text.Encodings.Web;
using System.Text.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Querying;
using Pergola.Data.Relations;
using Pergola.Data.Schema;

namespace Pergola.Data.Sql;

/// <summary>Collects the columns of a SELECT and describes where they end up.</summary>
internal sealed class SelectList(Dialect dialect, JoinTree joins)
{
    /// <summary>Tables that may be joined for appends; filter and sort keys need some as well.</summary>
    private const int MaxJoined = 24;

    /// <summary>Columns after which nothing more is joined; PostgreSQL selects 1,664.</summary>
    private const int MaxColumns = 1000;

    private readonly List<string> _expressions = [];
    private readonly Dictionary<(string Alias, ColumnField Column), int> _ordinals = [];

    public List<SlotReference> Slots { get; } = [];

    /// <summary>Adds a selection from a table alias, with everything it joins.</summary>
    public RowLayout Add(Selection selection, string alias, string? throughAlias = null, bool withPivot = false)
    {
        var layout = new RowLayout
        {
            Columns = selection.Columns,
            FirstOrdinal = _expressions.Count,
            WithPivot = withPivot,
        };
        foreach (var column in selection.Columns)
        {
            _ordinals.TryAdd((alias, column), AddExpression(column, alias));
        }

        foreach (var append in selection.Appends)
        {
            if (append is { Relation: BelongsTo relation, Recursive: false, Filter: null } && CanJoin(relation))
            {
                var target = joins.Join(alias, relation);
                var joined = Add(append.Selection, target);
                layout.Joined.Add(new JoinedObject(relation.JsonName, joined, Ordinal(relation.TargetKey, target)));
            }
            else
            {
                var key = append.Relation.LocalKey;
                var slot = new SlotReference(Slots.Count, append, key, Ordinal(key, alias));
                Slots.Add(slot);
                layout.Slots.Add(slot);
            }
        }

        if (
            throughAlias is not null
            && selection is ThroughSelection { Through: { } through, ThroughKey: { } throughKey }
        )
        {
            var row = Add(Selection.All(through), throughAlias);
            var name = JsonEncodedText.Encode(through.Name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
            layout.Joined.Add(new JoinedObject(name, row, Ordinal(throughKey, throughAlias)));
        }

        return layout;
    }

    /// <summary>Ordinal of a column that may be selected already.</summary>
    public int Ordinal(ColumnField column, string alias)
    {
        if (!_ordinals.TryGetValue((alias, column), out var ordinal))
        {
            ordinal = AddExpression(column, alias);
            _ordinals.Add((alias, column), ordinal);
        }

        return ordinal;
    }

    public void Write(SqlWriter sql) =>
        sql.Append("SELECT ").Append(_expressions.Count == 0 ? "1" : string.Join(", ", _expressions));

    /// <summary>Whether a record fits into the row of its parent; else it is loaded by a statement of its own.</summary>
    private bool CanJoin(BelongsTo relation) =>
        !JoinTree.Multiplies(relation)
        && joins.Tables < MaxJoined
        && _expressions.Count + relation.Target.Columns.Count < MaxColumns;

    private int AddExpression(ColumnField column, string alias)
    {
        _expressions.Add(dialect.Columns.Select(column.ColumnType, JoinTree.Column(alias, column)));
        return _expressions.Count - 1;
    }
}

/// <summary>A selection whose records carry the row of the through collection that leads to them.</summary>
internal sealed record ThroughSelection(Selection Inner, Collection Through, ColumnField ThroughKey)
    : Selection(Inner.Columns, Inner.Appends);
