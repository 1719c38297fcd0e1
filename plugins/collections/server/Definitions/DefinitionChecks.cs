using System.Text.Json;
using System.Text.Json.Nodes;
using Pergola.Core.Errors;
using Pergola.Data.Fields;
using Pergola.Data.Relations;
using Pergola.Data.Schema;
using Pergola.Data.Validation;

namespace Pergola.Plugins.Collections.Definitions;

/// <summary>
/// Refuses options that would be stored and then do nothing, or harm: each changed definition is looked at together with the
/// snapshot that came of it.
/// </summary>
internal static class DefinitionChecks
{
    private static readonly string[] Actions = ["CASCADE", "SET NULL", "RESTRICT", "NO ACTION"];
    private static readonly string[] KeyOptions = ["foreignKey", "otherKey"];
    private static readonly string[] NameOptions = ["target", "through", "sourceKey", "targetKey"];

    /// <exception cref="ValidationException">An option makes no sense; the message names it.</exception>
    public static void Run(DefinitionDraft draft, SchemaSnapshot before, SchemaSnapshot after)
    {
        foreach (var collection in draft.Collections)
        {
            if (!after.TryGet(collection.Name, out var built))
            {
                RefuseChange(collection);
                continue;
            }

            if (collection.Stored != collection.State())
            {
                CheckCollection(collection, built, after);
            }

            foreach (var field in collection.Fields.Where(f => f.Stored != f.State()))
            {
                CheckField(field, built, before);
            }
        }
    }

    /// <summary>A stored collection whose plugin is switched off waits, as it is, for the plugin to come back.</summary>
    private static void RefuseChange(DraftCollection collection)
    {
        if (collection.Stored != collection.State() || collection.Fields.Any(f => f.Stored != f.State()))
        {
            throw new ValidationException(
                "The collection {name} belongs to a plugin that is switched off",
                [("name", collection.Name)],
                "name"
            );
        }
    }

    /// <summary>What must hold before anything is built of a field.</summary>
    public static void CheckNames(DraftField field)
    {
        foreach (var option in NameOptions.Concat(KeyOptions).Append("field"))
        {
            Require(IsTextOrNothing(field.Options[option]), field.Name, option);
        }

        foreach (var option in KeyOptions)
        {
            Require(field.Text(option) is not { } name || DefinitionNames.IsName(name), field.Name, option);
        }

        var reverse = field.Options["reverseField"];
        Require(
            reverse is null or JsonObject || reverse.GetValueKind() == JsonValueKind.False,
            field.Name,
            "reverseField"
        );
    }

    private static void CheckCollection(DraftCollection collection, Collection built, SchemaSnapshot after)
    {
        CheckTexts(collection.Options, collection.Name);
        foreach (var option in new[] { "title", "description", "tableName" })
        {
            Require(IsTextOrNothing(collection.Options[option]), collection.Name, option);
        }

        foreach (var option in new[] { "hidden", "inherit" })
        {
            var kind = collection.Options[option]?.GetValueKind();
            Require(kind is null or JsonValueKind.True or JsonValueKind.False, collection.Name, option);
        }

        var tree = collection.Options["tree"];
        var isPlain = tree is null || tree.GetValueKind() == JsonValueKind.False;
        Require(isPlain || collection.Text("tree") == "adjacencyList", collection.Name, "tree");
        CheckSortable(collection);
        foreach (var key in TextsIn(collection.Options["filterTargetKey"], collection.Name, "filterTargetKey"))
        {
            if (!built.TryGetColumn(key, out var column))
            {
                throw NoSuchField(collection.Name, "filterTargetKey", key);
            }

            SecretChecks.CheckRecordKey(collection.Name, column);
        }

        var other = after.Collections.FirstOrDefault(c => c != built && c.Table == built.Table);
        if (other is not null)
        {
            throw new ValidationException(
                "Collection {collection}: the table {table} belongs to collection {other}",
                [("collection", collection.Name), ("table", built.Table.Name), ("other", other.Name)],
                "tableName"
            );
        }
    }

    private static void CheckSortable(DraftCollection collection)
    {
        var name = collection.Options["sortable"] switch
        {
            JsonObject named => named["name"],
            JsonValue value when value.GetValueKind() == JsonValueKind.String => value,
            _ => null,
        };
        var kind = collection.Options["sortable"]?.GetValueKind();
        Require(kind is not (JsonValueKind.Number or JsonValueKind.Array), collection.Name, "sortable");
        Require(
            name is null
                || (name is JsonValue text && text.TryGetValue(out string? given) && DefinitionNames.IsName(given)),
            collection.Name,
            "sortable"
        );
    }

    private static void CheckField(DraftField field, Collection built, SchemaSnapshot before)
    {
        CheckTexts(field.Options, field.Name);
        Require(IsTextOrNothing(field.Options["description"]), field.Name, "description");
        Require(IsTextOrNothing(field.Options["interface"]), field.Name, "interface");
        ValidationOption.Check(field.ToDefinition());
        if (built.TryGetColumn(field.Name, out var column))
        {
            CheckColumn(field, column, built);
            SecretChecks.CheckColumn(field.Type, column, ColumnIn(before, built.Name, field.Name));
        }
        else if (built.TryGetRelation(field.Name, out var relation))
        {
            CheckRelation(field, relation);
            SecretChecks.CheckKeys(field.Name, KeysOf(relation).SelectMany(k => new[] { k.Key, k.Referenced }));
        }
    }

    private static ColumnField? ColumnIn(SchemaSnapshot schema, string collection, string field) =>
        schema.TryGet(collection, out var found) && found.TryGetColumn(field, out var column) ? column : null;

    private static void CheckColumn(DraftField field, ColumnField column, Collection built)
    {
        if (
            field.Type == "sort"
            && field.Text("scopeKey") is { Length: > 0 } scope
            && !built.TryGetColumn(scope, out _)
        )
        {
            throw NoSuchField(field.Name, "scopeKey", scope);
        }

        var twin = built.Columns.FirstOrDefault(c =>
            c != column && c.ColumnName == column.ColumnName && c.ColumnType != column.ColumnType
        );
        if (twin is not null)
        {
            throw new ValidationException(
                "Field \"{field}\": the column {column} holds the values of field \"{other}\", which are of another type",
                [("field", field.Name), ("column", column.ColumnName), ("other", twin.Name)],
                field.Name
            );
        }
    }

    private static void CheckRelation(DraftField field, Relation relation)
    {
        Require(IsTextOrNothing(field.Options["onDelete"]), field.Name, "onDelete");
        if (
            field.Text("onDelete") is { Length: > 0 } action
            && !Actions.Contains(action, StringComparer.OrdinalIgnoreCase)
        )
        {
            throw new ValidationException(
                "Field \"{field}\": {option} must be one of {values}, not \"{value}\"",
                [
                    ("field", field.Name),
                    ("option", "onDelete"),
                    ("values", string.Join(", ", Actions)),
                    ("value", action),
                ],
                field.Name
            );
        }

        foreach (var (key, referenced) in KeysOf(relation))
        {
            if (Family(key.ColumnType.Kind) != Family(referenced.ColumnType.Kind))
            {
                throw new ValidationException(
                    "Field \"{field}\": the key {key} is of type {keyType}, but {referenced} is of type {referencedType}",
                    [
                        ("field", field.Name),
                        ("key", key.Name),
                        ("keyType", key.Type.Name),
                        ("referenced", referenced.Name),
                        ("referencedType", referenced.Type.Name),
                    ],
                    field.Name
                );
            }
        }
    }

    private static IEnumerable<(ColumnField Key, ColumnField Referenced)> KeysOf(Relation relation) =>
        relation switch
        {
            BelongsTo r => [(r.ForeignKey, r.TargetKey)],
            HasOne r => [(r.ForeignKey, r.SourceKey)],
            HasMany r => [(r.ForeignKey, r.SourceKey)],
            BelongsToMany r => [(r.ForeignKey, r.SourceKey), (r.OtherKey, r.TargetKey)],
            _ => [],
        };

    /// <summary>Kinds whose values databases compare with one another.</summary>
    private static ColumnKind Family(ColumnKind kind) =>
        kind switch
        {
            ColumnKind.Int32 => ColumnKind.Int64,
            ColumnKind.String => ColumnKind.Text,
            _ => kind,
        };

    private static bool IsTextOrNothing(JsonNode? node) => node is null || node.GetValueKind() == JsonValueKind.String;

    private static IEnumerable<string> TextsIn(JsonNode? node, string owner, string option)
    {
        var nodes =
            node is JsonArray list ? [.. list]
            : node is null ? []
            : (JsonNode?[])[node];
        Require(nodes.All(n => n?.GetValueKind() == JsonValueKind.String), owner, option);
        return nodes.Select(n => n!.GetValue<string>());
    }

    /// <summary>No database stores U+0000.</summary>
    private static void CheckTexts(JsonObject options, string owner)
    {
        foreach (var (name, value) in options)
        {
            if (name.Contains('\0') || HoldsZero(value))
            {
                throw new ValidationException(
                    "{owner}: {option} must not contain the character U+0000",
                    [("owner", owner), ("option", name.Replace("\0", "", StringComparison.Ordinal))],
                    owner
                );
            }
        }
    }

    private static bool HoldsZero(JsonNode? node) =>
        node switch
        {
            JsonObject members => members.Any(m => m.Key.Contains('\0') || HoldsZero(m.Value)),
            JsonArray elements => elements.Any(HoldsZero),
            JsonValue value => value.TryGetValue(out string? text) && text.Contains('\0'),
            _ => false,
        };

    private static void Require(bool isMet, string owner, string option)
    {
        if (!isMet)
        {
            throw new ValidationException(
                "{owner}: the value of {option} makes no sense",
                [("owner", owner), ("option", option)],
                owner
            );
        }
    }

    private static ValidationException NoSuchField(string owner, string option, string name) =>
        new(
            "{owner}: {option} names a field that does not exist, \"{name}\"",
            [("owner", owner), ("option", option), ("name", name)],
            owner
        );
}
