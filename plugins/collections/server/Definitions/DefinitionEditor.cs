using System.Text.Json.Nodes;
using Pergola.App.Plugins;
using Pergola.Core.Errors;
using Pergola.Core.Ids;
using Pergola.Data.Fields;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Collections.Definitions;

/// <summary>Changes to a draft: everything the definition API can do, in memory.</summary>
internal sealed class DefinitionEditor(
    DefinitionDraft draft,
    SchemaSnapshot current,
    SchemaComposer composer,
    FieldTypeRegistry types
)
{
    private readonly KeyUse _keys = new(draft, current);
    private static readonly string[] SystemFields = ["createdAt", "createdBy", "updatedAt", "updatedBy"];

    public DraftCollection CreateCollection(JsonObject values)
    {
        var name = DefinitionNames.Read(values, "t_");
        if (draft.Find(name) is not null || current.TryGet(name, out _))
        {
            throw new ValidationException("Collection named {name} already exists", [("name", name)], "name");
        }

        GivenOptions.CheckSupported(values);
        var fields = GivenOptions.TakeFields(values) ?? [];
        var options = (JsonObject)values.DeepClone();
        GivenOptions.RemoveOwnColumns(options);
        options["inherit"] ??= false;
        options["hidden"] ??= false;
        foreach (var system in SystemFields)
        {
            if (!options.ContainsKey(system))
            {
                options[system] = fields.Any(f =>
                    f["name"] is JsonValue n && n.TryGetValue(out string? t) && t == system
                );
            }
        }

        var collection = new DraftCollection(RandomText.Uid(), name, options, draft.NextSort());
        draft.Collections.Add(collection);
        foreach (var field in fields)
        {
            AddField(collection, field);
        }

        foreach (var field in collection.Fields.ToList())
        {
            Complete(collection, field);
        }

        return collection;
    }

    public void UpdateCollection(DraftCollection collection, JsonObject values)
    {
        GivenOptions.CheckSupported(values);
        var changes = (JsonObject)values.DeepClone();
        changes.Remove("fields");
        changes.Remove("category");
        GivenOptions.RemoveOwnColumns(changes);
        OptionsMerge.Into(collection.Options, changes);
    }

    public void DestroyCollection(DraftCollection collection)
    {
        if (IsDefinedByPlugin(collection.Name))
        {
            throw new ForbiddenException();
        }

        draft.Collections.Remove(collection);
        foreach (var other in draft.Collections)
        {
            var dangling = other
                .Fields.Where(f => SchemaBuilder.IsRelation(f.Type))
                .Where(f => f.Text("target") == collection.Name || f.Text("through") == collection.Name)
                .ToList();
            foreach (var field in dangling)
            {
                RemoveField(other, field);
            }
        }
    }

    /// <summary>Adds a field as a request describes it, and the field on the other side when asked for.</summary>
    public DraftField CreateField(DraftCollection collection, JsonObject values)
    {
        var field = AddField(collection, values);
        RefuseSecondKey(collection, field);
        Complete(collection, field);
        return field;
    }

    public void UpdateField(DraftField field, JsonObject values)
    {
        var changes = (JsonObject)values.DeepClone();
        GivenOptions.RemoveFieldColumns(changes);
        if (changes["type"] is JsonValue type && type.TryGetValue(out string? given) && given != field.Type)
        {
            CheckTypeChange(field, given);
        }

        OptionsMerge.Into(field.Options, changes);
        Check(field);
        if (changes.ContainsKey("primaryKey"))
        {
            RefuseSecondKey(draft.Find(field.Collection)!, field);
        }

        if (changes.ContainsKey("onDelete") && draft.FindByKey(field.ReverseKey) is { } reverse)
        {
            reverse.Options["onDelete"] = field.Options["onDelete"]?.DeepClone();
        }
    }

    /// <summary>Makes the fields of a collection equal to a list.</summary>
    public void SetFields(DraftCollection collection, IReadOnlyList<JsonObject> fields)
    {
        var names = fields.Select(f => f["name"]?.ToString() ?? "").ToHashSet(StringComparer.Ordinal);
        foreach (var gone in collection.Fields.Where(f => !names.Contains(f.Name)).ToList())
        {
            DestroyField(collection, gone);
        }

        var sort = 1L;
        foreach (var values in fields)
        {
            var field = collection.Find(values["name"]?.ToString() ?? "");
            if (field is null)
            {
                field = AddField(collection, values);
                Complete(collection, field);
            }
            else
            {
                UpdateField(field, values);
            }

            field.Sort = sort++;
        }
    }

    /// <summary>Removes a field and what cannot be without it.</summary>
    /// <exception cref="PergolaException">The field belongs to a plugin, or a relation needs it.</exception>
    public void DestroyField(DraftCollection collection, DraftField field)
    {
        if (IsDefinedByPlugin(collection, field.Name))
        {
            throw new BadRequestException(
                "Field \"{field}\" belongs to the system and can not be deleted",
                [("field", field.Name)],
                field.Name
            );
        }

        if (current.TryGet(collection.Name, out var known) && known.TryGetColumn(field.Name, out var column))
        {
            _keys.RefuseInUse(collection, column);
            foreach (var (owner, relation) in _keys.RelationsOver(column).ToList())
            {
                if (draft.Find(owner)?.Find(relation) is { } dependent)
                {
                    RemoveField(draft.Find(owner)!, dependent);
                }
            }
        }

        RemoveField(collection, field);
    }

    private DraftField AddField(DraftCollection collection, JsonObject values)
    {
        var given = (JsonObject)values.DeepClone();
        if (
            given["name"] is JsonValue dotted
            && dotted.TryGetValue(out string? text)
            && text.Contains('.', StringComparison.Ordinal)
        )
        {
            given["field"] = text;
            given["name"] = text.Replace('.', '_');
        }

        var name = DefinitionNames.Read(given, "f_");
        if (collection.Find(name) is not null || IsDefinedByPlugin(collection, name))
        {
            throw new BadRequestException(
                "Field name \"{field}\" already exists in collection \"{collection}\"",
                [("field", name), ("collection", collection.Name)],
                name
            );
        }

        GivenOptions.RemoveFieldColumns(given);
        var field = new DraftField(RandomText.Uid(), collection.Name, name, given, collection.NextSort());
        Check(field);
        collection.Fields.Add(field);
        return field;
    }

    public bool IsDefinedByPlugin(string collection) =>
        composer.Code.Any(c => c.Name == collection) || composer.Hidden.Contains(collection);

    private bool IsDefinedByPlugin(DraftCollection collection, string name) =>
        composer.Code.Any(c => c.Name == collection.Name && c.Fields.Any(f => f.Name == name));

    private void Check(DraftField field)
    {
        DefinitionChecks.CheckNames(field);
        if (SchemaBuilder.IsRelation(field.Type))
        {
            return;
        }

        if (!types.TryGet(field.Type, out var type))
        {
            throw new ValidationException(
                "unsupported field type {type}",
                [("type", field.Type.Length == 0 ? "null" : field.Type)],
                field.Name
            );
        }

        type.Check(field.ToDefinition());
    }

    private void CheckTypeChange(DraftField field, string given)
    {
        var same =
            types.TryGet(given, out var after)
            && types.TryGet(field.Type, out var before)
            && after.GetColumnType(field.ToDefinition()) == before.GetColumnType(field.ToDefinition());
        if (!same)
        {
            throw new ValidationException(
                "The type of field \"{field}\" can not be changed to {type}: its values would not fit the column",
                [("field", field.Name), ("type", given)],
                "type"
            );
        }
    }

    /// <summary>Fills in the options of a relation and makes its reverse field.</summary>
    private void Complete(DraftCollection collection, DraftField field)
    {
        if (!SchemaBuilder.IsRelation(field.Type))
        {
            return;
        }

        var reverse = field.Options["reverseField"] as JsonObject;
        field.Options.Remove("reverseField");
        var defaults = new RelationDefaults(draft, current);
        defaults.Apply(collection, field);
        if (reverse is null)
        {
            return;
        }

        var target =
            draft.Find(field.Text("target")!)
            ?? throw new ValidationException(
                "Field \"{field}\": collection \"{target}\" can not take a reverse field",
                [("field", field.Name), ("target", field.Text("target")!)],
                "reverseField"
            );
        var other = AddField(target, RelationDefaults.Reverse(collection, field, reverse));
        defaults.Apply(target, other);
        other.ReverseKey = field.Key;
        field.ReverseKey = other.Key;
    }

    private static void RefuseSecondKey(DraftCollection collection, DraftField field)
    {
        if (field.Flag("primaryKey") && PrimaryKeyOf(collection, field) is { } key)
        {
            throw new ValidationException(
                "add field {field} failed, collection {collection} already has primary key {key}",
                [("field", field.Name), ("collection", collection.Name), ("key", key)],
                field.Name
            );
        }
    }

    private static string? PrimaryKeyOf(DraftCollection collection, DraftField except) =>
        collection.Fields.FirstOrDefault(f => f != except && f.Flag("primaryKey"))?.Name
        ?? (
            collection.Options["autoGenId"]?.GetValueKind() != System.Text.Json.JsonValueKind.False
            && except.Name != "id"
                ? "id"
                : null
        );

    private void RemoveField(DraftCollection collection, DraftField field)
    {
        collection.Fields.Remove(field);
        if (draft.FindByKey(field.ReverseKey) is { } reverse)
        {
            reverse.ReverseKey = null;
        }
    }
}
