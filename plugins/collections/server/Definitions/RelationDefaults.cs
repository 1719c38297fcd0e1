using System.Text.Json.Nodes;
using Pergola.Core.Errors;
using Pergola.Core.Ids;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Collections.Definitions;

/// <summary>
/// Options of a relation that the definition leaves out: target, keys and through collection (spec: data model,
/// section 10), and the reverse side derived from one side.
/// </summary>
internal sealed class RelationDefaults(DefinitionDraft draft, SchemaSnapshot current)
{
    /// <exception cref="ValidationException">The target does not exist, or the keys cannot work.</exception>
    public void Apply(DraftCollection owner, DraftField field)
    {
        var isTree = owner.Text("tree") is not null && (field.Flag("treeParent") || field.Flag("treeChildren"));
        field.Default("target", isTree ? owner.Name : GuessTarget(field));
        var target = field.Text("target")!;
        if (!Exists(target))
        {
            throw new ValidationException(
                "Field \"{field}\": the target collection \"{target}\" does not exist",
                [("field", field.Name), ("target", target)],
                field.Name
            );
        }

        field.Default("foreignKey", isTree ? "parentId" : "f_" + RandomText.Uid());
        switch (field.Type)
        {
            case "belongsTo":
                field.Default("targetKey", PrimaryKey(target));
                break;
            case "hasOne":
                field.Default("sourceKey", PrimaryKey(owner.Name));
                break;
            case "hasMany":
                field.Default("targetKey", PrimaryKey(target));
                field.Default("sourceKey", PrimaryKey(owner.Name));
                if (field.Flag("sortable"))
                {
                    field.Default("sortBy", field.Text("foreignKey") + "Sort");
                }

                break;
            default:
                ApplyManyToMany(owner, field, target);
                break;
        }
    }

    /// <summary>Options of the field on the other side.</summary>
    public static JsonObject Reverse(DraftCollection owner, DraftField field, JsonObject given)
    {
        var reverse = (JsonObject)given.DeepClone();
        reverse["target"] = owner.Name;
        CopyTo(reverse, "foreignKey", field, field.Type == "belongsToMany" ? "otherKey" : "foreignKey");
        switch (field.Type)
        {
            case "belongsTo":
                CopyTo(reverse, "sourceKey", field, "targetKey");
                break;
            case "belongsToMany":
                CopyTo(reverse, "through", field, "through");
                CopyTo(reverse, "otherKey", field, "foreignKey");
                CopyTo(reverse, "sourceKey", field, "targetKey");
                CopyTo(reverse, "targetKey", field, "sourceKey");
                break;
            default:
                CopyTo(reverse, "targetKey", field, "sourceKey");
                break;
        }

        CopyTo(reverse, "onDelete", field, "onDelete");
        return reverse;
    }

    private static void CopyTo(JsonObject reverse, string name, DraftField field, string from)
    {
        if (reverse[name] is null && field.Text(from) is { } value)
        {
            reverse[name] = value;
        }
    }

    private void ApplyManyToMany(DraftCollection owner, DraftField field, string target)
    {
        field.Default("through", "t_" + RandomText.Uid());
        field.Default("otherKey", "f_" + RandomText.Uid());
        field.Default("sourceKey", PrimaryKey(owner.Name));
        field.Default("targetKey", PrimaryKey(target));
        if (field.Text("foreignKey") == field.Text("otherKey"))
        {
            throw new ValidationException("foreignKey and otherKey can not be the same", field: field.Name);
        }

        var through = field.Text("through")!;
        if (through == target || through == owner.Name)
        {
            throw new ValidationException(
                "Field \"{field}\": the through collection must be another one than source and target",
                [("field", field.Name)],
                field.Name
            );
        }

        if (!Exists(through))
        {
            draft.Collections.Add(NewThrough(through));
        }
    }

    private DraftCollection NewThrough(string name) =>
        new(
            RandomText.Uid(),
            name,
            new JsonObject
            {
                ["title"] = name,
                ["inherit"] = false,
                ["hidden"] = true,
                ["timestamps"] = true,
                ["autoGenId"] = false,
                ["autoCreate"] = true,
                ["isThrough"] = true,
                ["sortable"] = false,
            },
            draft.NextSort()
        );

    private string GuessTarget(DraftField field) => Exists(field.Name + "s") ? field.Name + "s" : field.Name;

    private bool Exists(string name) => draft.Find(name) is not null || current.TryGet(name, out _);

    /// <summary>Name of the primary key of a collection, in the draft or else in the current snapshot.</summary>
    private string? PrimaryKey(string name)
    {
        if (draft.Find(name) is { } stored)
        {
            if (stored.Fields.FirstOrDefault(f => f.Flag("primaryKey")) is { } key)
            {
                return key.Name;
            }

            if (stored.Options["autoGenId"]?.GetValueKind() != System.Text.Json.JsonValueKind.False)
            {
                return "id";
            }
        }

        return current.TryGet(name, out var collection) && collection.PrimaryKey.Count == 1
            ? collection.PrimaryKey[0].Name
            : null;
    }
}
