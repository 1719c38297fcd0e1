using System.Text.Json;
using Pergola.Core.Json;
using Pergola.Data.Fields;
using Pergola.Data.Relations;

namespace Pergola.Data.Schema;

/// <summary>Resolves relations to their targets and keys; adds the key columns that no field describes.</summary>
internal sealed class RelationBuilder(ColumnBuilder columns)
{
    private static readonly HashSet<string> RelationTypes = ["belongsTo", "hasOne", "hasMany", "belongsToMany"];

    public static bool IsRelation(string type) => RelationTypes.Contains(type);

    /// <summary>
    /// Adds the relations of all collections. One may point over a key column that another one brings, so this repeats while
    /// anything resolves.
    /// </summary>
    public void Resolve(Dictionary<string, Collection> collections, List<string> issues)
    {
        var pending = collections
            .Values.SelectMany(c => c.Definition.Fields.Select(f => (Collection: c, Field: f)))
            .Concat(collections.Values.SelectMany(ImpliedRelations))
            .Where(p => IsRelation(p.Field.Type))
            .ToList();
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
                columns.Add(
                    target,
                    ColumnBuilder.Implied(
                        name,
                        "sort",
                        $" \"hidden\":true,\"scopeKey\":{JsonSerializer.Serialize(foreignKey)} "
                    ),
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
        )
        {
            ThroughScope = ThroughScope(definition, through),
        };
    }

    private static List<KeyValuePair<ColumnField, bool>> ThroughScope(FieldDefinition definition, Collection through)
    {
        var scope = new List<KeyValuePair<ColumnField, bool>>();
        foreach (
            var flag in definition.Options.Get("throughScope") is { ValueKind: JsonValueKind.Object } given
                ? given.EnumerateObject()
                : default
        )
        {
            if (
                flag.Value.ValueKind is JsonValueKind.True or JsonValueKind.False
                && through.TryGetColumn(flag.Name, out var column)
            )
            {
                scope.Add(new(column, flag.Value.GetBoolean()));
            }
        }

        return scope;
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

        columns.Add(owner, KeyDefinition(name, referenced), [], FieldRole.ForeignKey);
        return owner.TryGetColumn(name, out var added)
            ? added
            : throw new InvalidOperationException($"{owner.Name}.{name} is a relation and cannot be a key column.");
    }

    /// <summary>A plain field that can hold the values of a key: same column, nothing generated.</summary>
    private static FieldDefinition KeyDefinition(string name, ColumnField referenced)
    {
        var type = KeyType(referenced);
        return ColumnBuilder.Implied(
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
                    ColumnBuilder.Implied(
                        name,
                        "belongsTo",
                        $" \"target\":\"users\",\"foreignKey\":\"{name}Id\",\"targetKey\":\"id\" "
                    )
                );
            }
        }
    }
}
