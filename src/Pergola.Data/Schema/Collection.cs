using System.Diagnostics.CodeAnalysis;
using Pergola.Core.Errors;
using Pergola.Data.Relations;

namespace Pergola.Data.Schema;

/// <summary>
/// A collection in a snapshot. Complete and unchanging once the snapshot is published; only SchemaBuilder adds to it.
/// </summary>
public sealed class Collection
{
    private readonly Dictionary<string, Field> _fields = new(StringComparer.Ordinal);
    private readonly List<ColumnField> _columns = [];
    private readonly List<Relation> _relations = [];
    private readonly List<UniqueKey> _uniqueKeys = [];
    private readonly List<IndexKey> _indexes = [];

    internal Collection(CollectionDefinition definition, TableName table)
    {
        Definition = definition;
        Table = table;
        Name = definition.Name;
        Title = definition.Text("title") ?? definition.Name;
    }

    public CollectionDefinition Definition { get; }

    public string Name { get; }

    /// <summary>Label for messages; may be a <c>{{t("…")}}</c> template.</summary>
    public string Title { get; }

    public TableName Table { get; }

    /// <summary>Columns in table order, hidden and implicit ones included.</summary>
    public IReadOnlyList<ColumnField> Columns => _columns;

    public IReadOnlyList<Relation> Relations => _relations;

    /// <summary>Columns of the primary key; empty when the table has none.</summary>
    public IReadOnlyList<ColumnField> PrimaryKey { get; internal set; } = [];

    /// <summary>Columns that <c>filterByTk</c> addresses: option <c>filterTargetKey</c>, else the primary key.</summary>
    public IReadOnlyList<ColumnField> FilterTargetKey { get; internal set; } = [];

    public IReadOnlyList<UniqueKey> UniqueKeys => _uniqueKeys;

    public IReadOnlyList<IndexKey> Indexes => _indexes;

    /// <summary>Whether lists answer <c>hasNext</c> instead of a count.</summary>
    public bool SimplePaginate => Definition.Flag("simplePaginate") ?? false;

    public bool IsTree => Definition.Text("tree") is not null && TreeParent is not null;

    /// <summary>The belongsTo of a tree that leads to the parent.</summary>
    public BelongsTo? TreeParent { get; internal set; }

    /// <summary>The hasMany of a tree that leads to the children.</summary>
    public HasMany? TreeChildren { get; internal set; }

    /// <summary>Table with one row per tree node (<c>nodePk</c>, <c>path</c>, <c>rootPk</c>), null when not a tree.</summary>
    public Collection? TreePath { get; internal set; }

    public bool TryGetField(string name, [NotNullWhen(true)] out Field? field) => _fields.TryGetValue(name, out field);

    /// <summary>A column that is known to be there, such as one of a plugin's own collection.</summary>
    /// <exception cref="InvalidOperationException">It is not.</exception>
    public ColumnField Column(string name) =>
        TryGetColumn(name, out var column)
            ? column
            : throw new InvalidOperationException($"{Name} has no column {name}.");

    public bool TryGetColumn(string name, [NotNullWhen(true)] out ColumnField? column)
    {
        column = _fields.GetValueOrDefault(name) as ColumnField;
        return column is not null;
    }

    public bool TryGetRelation(string name, [NotNullWhen(true)] out Relation? relation)
    {
        relation = _fields.GetValueOrDefault(name) as Relation;
        return relation is not null;
    }

    /// <summary>The single key column.</summary>
    /// <exception cref="BadRequestException">The key has several columns, or there is none.</exception>
    public ColumnField SingleKey =>
        FilterTargetKey.Count == 1
            ? FilterTargetKey[0]
            : throw new BadRequestException(
                "Collection {collection} has no single record key",
                [("collection", Name)],
                "filterByTk"
            );

    public override string ToString() => Name;

    internal void Add(ColumnField column)
    {
        _fields.Add(column.Name, column);
        _columns.Add(column);
    }

    internal void Add(Relation relation)
    {
        _fields.Add(relation.Name, relation);
        _relations.Add(relation);
    }

    internal void Add(UniqueKey key) => _uniqueKeys.Add(key);

    internal void Add(IndexKey index) => _indexes.Add(index);
}

/// <summary>A unique constraint with its physical name.</summary>
public sealed record UniqueKey(string Name, IReadOnlyList<ColumnField> Columns);

/// <summary>A plain index with its physical name.</summary>
public sealed record IndexKey(string Name, IReadOnlyList<ColumnField> Columns);
