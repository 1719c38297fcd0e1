using System.Text.Json;
using Pergola.Core.Json;
using Pergola.Data.Fields;
using Pergola.Data.Relations;

namespace Pergola.Data.Schema;

/// <summary>
/// Builds a snapshot from definitions: columns first, then relations with the key columns they imply, then keys and
/// indexes. What cannot be resolved is left out and listed in <see cref="SchemaSnapshot.Issues"/>, so that a database
/// with types of a plugin that is not here still serves everything else.
/// </summary>
public sealed class SchemaBuilder(FieldTypeRegistry types, Naming naming, int maxIdentifierLength)
{
    public SchemaSnapshot Build(long revision, IReadOnlyList<CollectionDefinition> definitions)
    {
        var issues = new List<string>();
        var collections = new Dictionary<string, Collection>(StringComparer.Ordinal);
        foreach (var definition in definitions)
        {
            collections[definition.Name] = BuildColumns(definition, issues);
        }

        foreach (var tree in collections.Values.Where(c => c.Definition.Text("tree") is not null).ToList())
        {
            var path = BuildColumns(TreePaths.Define(tree.Name), issues);
            collections[path.Name] = path;
            tree.TreePath = path;
        }

        var pending = collections
            .Values.SelectMany(c => c.Definition.Fields.Select(f => (Collection: c, Field: f)))
            .Concat(collections.Values.SelectMany(ImpliedRelations))
            .Where(p => RelationTypes.Contains(p.Field.Type))
            .ToList();
        ResolveRelations(pending, collections, issues);
        foreach (var collection in collections.Values)
        {
            Complete(collection);
        }

        return new SchemaSnapshot(revision, [.. collections.Values], issues);
    }

    private static readonly HashSet<string> RelationTypes = ["belongsTo", "hasOne", "hasMany", "belongsToMany"];

    public static bool IsRelation(string type) => RelationTypes.Contains(type);

    private Collection BuildColumns(CollectionDefinition definition, List<string> issues)
    {
        var collection = new Collection(definition, naming.Table(definition.Text("tableName") ?? definition.Name));
        var ownKey = definition.Fields.Any(f => f.Flag("primaryKey") ?? false);
        if (!ownKey && (definition.Flag("autoGenId") ?? true))
        {
            AddColumn(
                collection,
                Implied("id", "bigInt", """ "primaryKey":true,"autoIncrement":true,"allowNull":false """),
                issues
            );
        }

        foreach (var field in definition.Fields.Where(f => !RelationTypes.Contains(f.Type)))
        {
            AddColumn(collection, field, issues);
        }

        var timestamps = definition.Flag("timestamps") ?? true;
        foreach (var (name, role) in new[] { ("createdAt", FieldRole.CreatedAt), ("updatedAt", FieldRole.UpdatedAt) })
        {
            if ((definition.Flag(name) ?? timestamps) && !collection.TryGetField(name, out _))
            {
                AddColumn(collection, Implied(name, "date", """ "allowNull":false """), issues, role);
            }
        }

        foreach (
            var (name, role) in new[] { ("createdBy", FieldRole.CreatedById), ("updatedBy", FieldRole.UpdatedById) }
        )
        {
            var declared = definition.Fields.FirstOrDefault(f => f.Name == name && f.Type == "belongsTo");
            var key = declared?.Text("foreignKey") ?? name + "Id";
            if (((definition.Flag(name) ?? false) || declared is not null) && !collection.TryGetField(key, out _))
            {
                AddColumn(collection, Implied(key, "bigInt"), issues, role);
            }
        }

        if (SortFieldName(definition) is { } sort && !collection.TryGetField(sort, out _))
        {
            var scope = definition.Options.Get("sortable")?.Text("scopeKey");
            var options = scope is null ? "" : $",\"scopeKey\":{JsonSerializer.Serialize(scope)}";
            AddColumn(collection, Implied(sort, "sort", $" \"hidden\":true{options} "), issues);
        }

        return collection;
    }

    private static string? SortFieldName(CollectionDefinition definition) =>
        definition.Options.Get("sortable") switch
        {
            { ValueKind: JsonValueKind.True } => "sort",
            { ValueKind: JsonValueKind.String } text => text.GetString(),
            { ValueKind: JsonValueKind.Object } value => value.Text("name") ?? "sort",
            _ => null,
        };

    private static FieldDefinition Implied(string name, string type, string? options = null) =>
        new(
            JsonText.Parse(
                $$"""{"name":{{JsonSerializer.Serialize(name)}},"type":"{{type}}"{{(options is null ? "" : "," + options)}}}"""
            )
        );

    private void AddColumn(
        Collection collection,
        FieldDefinition definition,
        List<string> issues,
        FieldRole role = FieldRole.None
    )
    {
        if (!types.TryGet(definition.Type, out var type))
        {
            issues.Add($"{collection.Name}.{definition.Name}: unsupported field type {definition.Type}");
            return;
        }

        if (collection.TryGetField(definition.Name, out _))
        {
            issues.Add($"{collection.Name}.{definition.Name}: defined twice");
            return;
        }

        if (type.GetColumnType(definition) is not { } columnType)
        {
            return;
        }

        var column = naming.Column(definition.Text("field") ?? definition.Name);
        collection.Add(new ColumnField(collection, definition, type, columnType, column, RoleOf(definition, role)));
    }

    private static FieldRole RoleOf(FieldDefinition definition, FieldRole role) =>
        definition switch
        {
            _ when role != FieldRole.None => role,
            { Name: "createdAt", Type: "date" or "datetime" or "datetimeTz" } => FieldRole.CreatedAt,
            { Name: "updatedAt", Type: "date" or "datetime" or "datetimeTz" } => FieldRole.UpdatedAt,
            { Name: "createdById", Type: "bigInt" or "context" or "snowflakeId" } => FieldRole.CreatedById,
            { Name: "updatedById", Type: "bigInt" or "context" or "snowflakeId" } => FieldRole.UpdatedById,
            _ => FieldRole.None,
        };

    /// <summary>Relations that options stand for: the user who created or last changed a record.</summary>
    private static IEnumerable<(Collection Collection, FieldDefinition Field)> ImpliedRelations(Collection collection)
    {
        foreach (var name in new[] { "createdBy", "updatedBy" })
        {
            if (
                (collection.Definition.Flag(name) ?? false)
                && collection.Definition.Fields.All(f => f.Name != name)
                && !collection.TryGetField(name, out _)
            )
            {
                yield return (
                    collection,
                    Implied(
                        name,
                        "belongsTo",
                        $" \"target\":\"users\",\"foreignKey\":\"{name}Id\",\"targetKey\":\"id\" "
                    )
                );
            }
        }
    }

    /// <summary>
    /// A relation may point over a key column that another relation brings, so this repeats while anything resolves.
    /// </summary>
    private void ResolveRelations(
        List<(Collection Collection, FieldDefinition Field)> pending,
        Dictionary<string, Collection> collections,
        List<string> issues
    )
    {
        while (pending.Count > 0)
        {
            var left = pending.Where(p => !TryResolve(p.Collection, p.Field, collections, issues)).ToList();
            if (left.Count == pending.Count)
            {
                issues.AddRange(
                    left.Select(p => $"{p.Collection.Name}.{p.Field.Name}: its target or a key does not exist")
                );
                return;
            }

            pending = left;
        }
    }

    private bool TryResolve(
        Collection source,
        FieldDefinition definition,
        Dictionary<string, Collection> collections,
        List<string> issues
    )
    {
        if (source.TryGetField(definition.Name, out _))
        {
            issues.Add($"{source.Name}.{definition.Name}: defined twice");
            return true;
        }

        var tree = source.Definition.Text("tree") is not null;
        var targetName = definition.Text("target") ?? (tree ? source.Name : definition.Name);
        if (!collections.TryGetValue(targetName, out var target))
        {
            return false;
        }

        Relation? relation = definition.Type switch
        {
            "belongsTo" => ResolveBelongsTo(source, definition, target, tree),
            "hasOne" => ResolveHasOne(source, definition, target),
            "hasMany" => ResolveHasMany(source, definition, target, tree),
            _ => ResolveBelongsToMany(source, definition, target, collections),
        };
        if (relation is null)
        {
            return false;
        }

        source.Add(relation);
        return true;
    }

    private BelongsTo? ResolveBelongsTo(Collection source, FieldDefinition definition, Collection target, bool tree)
    {
        var foreignKey = definition.Text("foreignKey") ?? (tree ? "parentId" : definition.Name + "Id");
        return Key(target, definition.Text("targetKey")) is { } targetKey
            ? new BelongsTo(source, definition, target, ForeignKey(source, foreignKey, targetKey), targetKey)
            : null;
    }

    private HasOne? ResolveHasOne(Collection source, FieldDefinition definition, Collection target) =>
        Key(source, definition.Text("sourceKey")) is { } sourceKey
            ? new HasOne(
                source,
                definition,
                target,
                ForeignKey(target, definition.Text("foreignKey") ?? source.Name + "Id", sourceKey),
                sourceKey
            )
            : null;

    private HasMany? ResolveHasMany(Collection source, FieldDefinition definition, Collection target, bool tree)
    {
        if (
            Key(source, definition.Text("sourceKey")) is not { } sourceKey
            || Key(target, definition.Text("targetKey")) is not { } targetKey
        )
        {
            return null;
        }

        var foreignKey = definition.Text("foreignKey") ?? (tree ? "parentId" : source.Name + "Id");
        var key = ForeignKey(target, foreignKey, sourceKey);
        if (definition.Flag("sortable") ?? false)
        {
            var name = foreignKey + "Sort";
            if (!target.TryGetField(name, out _))
            {
                AddColumn(
                    target,
                    Implied(name, "sort", $" \"hidden\":true,\"scopeKey\":{JsonSerializer.Serialize(foreignKey)} "),
                    []
                );
            }
        }

        return new HasMany(source, definition, target, key, sourceKey, targetKey);
    }

    private BelongsToMany? ResolveBelongsToMany(
        Collection source,
        FieldDefinition definition,
        Collection target,
        Dictionary<string, Collection> collections
    )
    {
        if (
            definition.Text("through") is not { } throughName
            || !collections.TryGetValue(throughName, out var through)
            || Key(source, definition.Text("sourceKey")) is not { } sourceKey
            || Key(target, definition.Text("targetKey")) is not { } targetKey
            || definition.Text("foreignKey") is not { } foreignKey
            || definition.Text("otherKey") is not { } otherKey
        )
        {
            return null;
        }

        return new BelongsToMany(
            source,
            definition,
            target,
            through,
            ForeignKey(through, foreignKey, sourceKey),
            ForeignKey(through, otherKey, targetKey),
            sourceKey,
            targetKey
        );
    }

    private static ColumnField? Key(Collection collection, string? name)
    {
        if (name is not null)
        {
            return collection.TryGetColumn(name, out var column) ? column : null;
        }

        var keys = collection.Columns.Where(c => c.IsPrimaryKey).ToList();
        return keys.Count == 1 ? keys[0] : null;
    }

    /// <summary>The key column of a relation; added with the type of the referenced key when no field describes it.</summary>
    private ColumnField ForeignKey(Collection owner, string name, ColumnField referenced)
    {
        if (owner.TryGetColumn(name, out var existing))
        {
            return existing;
        }

        AddColumn(owner, KeyDefinition(name, referenced), [], FieldRole.ForeignKey);
        return owner.TryGetColumn(name, out var added)
            ? added
            : throw new InvalidOperationException($"{owner.Name}.{name} is a relation and cannot be a key column.");
    }

    /// <summary>A plain field that can hold the values of a key: same column, nothing generated.</summary>
    private static FieldDefinition KeyDefinition(string name, ColumnField referenced)
    {
        var type = KeyType(referenced);
        return Implied(
            name,
            type,
            referenced.ColumnType.Length is { } length
                ? $" \"length\":{length},\"autoFill\":false "
                : " \"autoFill\":false "
        );
    }

    /// <summary>Wire type of a key column that references the given key.</summary>
    public static string KeyType(ColumnField referenced) =>
        referenced.ColumnType.Kind switch
        {
            ColumnKind.Int64 => "bigInt",
            ColumnKind.Int32 => "integer",
            ColumnKind.Uuid => "uuid",
            ColumnKind.Text => "text",
            _ => "string",
        };

    private void Complete(Collection collection)
    {
        collection.PrimaryKey = [.. collection.Columns.Where(c => c.IsPrimaryKey)];
        if (collection.PrimaryKey.Count == 0)
        {
            // A through table is keyed by its two key columns.
            collection.PrimaryKey =
                collection.Definition.Flag("isThrough") ?? false ? [.. collection.Columns.Where(IsThroughKey)] : [];
        }

        collection.FilterTargetKey = FilterTargetKey(collection);
        collection.TreeParent = collection.Relations.OfType<BelongsTo>().FirstOrDefault(r => r.IsTreeParent);
        collection.TreeChildren = collection.Relations.OfType<HasMany>().FirstOrDefault(r => r.IsTreeChildren);
        AddKeys(collection);
    }

    private static bool IsThroughKey(ColumnField column) =>
        column.Role == FieldRole.ForeignKey || (column.Definition.Flag("isForeignKey") ?? false);

    private static IReadOnlyList<ColumnField> FilterTargetKey(Collection collection)
    {
        var option = collection.Definition.Options.Get("filterTargetKey");
        IEnumerable<string?> names = option switch
        {
            { ValueKind: JsonValueKind.String } text => [text.GetString()],
            { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Select(e => e.GetString()),
            _ => [],
        };
        var columns = new List<ColumnField>();
        foreach (var name in names)
        {
            if (name is not null && collection.TryGetColumn(name, out var column))
            {
                columns.Add(column);
            }
        }

        return columns.Count > 0 ? columns : collection.PrimaryKey;
    }

    private void AddKeys(Collection collection)
    {
        var table = collection.Table.Name;
        foreach (var column in collection.Columns.Where(c => c.IsUnique && !c.IsPrimaryKey))
        {
            collection.Add(new UniqueKey(Naming.Unique(table, [column.ColumnName], maxIdentifierLength), [column]));
        }

        if (collection.Definition.Options.Get("indexes") is { ValueKind: JsonValueKind.Array } indexes)
        {
            foreach (var index in indexes.EnumerateArray())
            {
                AddDeclaredIndex(collection, index);
            }
        }

        var keys = collection
            .Columns.Where(c => c.Definition.Flag("index") ?? false)
            .Concat(
                collection.Columns.Where(c =>
                    c.Role is FieldRole.CreatedById or FieldRole.UpdatedById or FieldRole.ForeignKey
                )
            )
            .Concat(collection.Columns.Where(c => c.Definition.Flag("isForeignKey") ?? false))
            .Distinct();
        foreach (var column in keys)
        {
            // The leading column of a key or unique constraint needs no index of its own.
            var covered =
                column.IsUnique
                || (collection.PrimaryKey.Count > 0 && collection.PrimaryKey[0] == column)
                || collection.UniqueKeys.Any(k => k.Columns[0] == column);
            if (!covered)
            {
                collection.Add(new IndexKey(Naming.Index(table, [column.ColumnName], maxIdentifierLength), [column]));
            }
        }
    }

    /// <summary>An entry of the option <c>indexes</c>: <c>{"fields":["a","b"],"unique":true}</c>.</summary>
    private void AddDeclaredIndex(Collection collection, JsonElement index)
    {
        var columns = new List<ColumnField>();
        foreach (var name in index.Get("fields")?.EnumerateArray().Select(e => e.GetString()) ?? [])
        {
            if (name is not null && collection.TryGetColumn(name, out var column))
            {
                columns.Add(column);
            }
        }

        if (columns.Count == 0)
        {
            return;
        }

        var names = columns.Select(c => c.ColumnName);
        if (index.Flag("unique") ?? false)
        {
            collection.Add(new UniqueKey(Naming.Index(collection.Table.Name, names, maxIdentifierLength), columns));
        }
        else
        {
            collection.Add(new IndexKey(Naming.Index(collection.Table.Name, names, maxIdentifierLength), columns));
        }
    }
}
