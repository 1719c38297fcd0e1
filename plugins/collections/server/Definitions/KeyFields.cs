using System.Text.Json.Nodes;
using Pergola.Core.Ids;
using Pergola.Data.Relations;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Collections.Definitions;

/// <summary>
/// Registers the key columns that relations bring as fields of their own, so that they can be shown and filtered. Relations
/// without an interface, and those to the users of a record, leave the column bare.
/// </summary>
internal static class KeyFields
{
    private static readonly HashSet<string> Interfaces = ["m2o", "o2m", "obo", "oho", "m2m", "linkTo"];

    /// <summary>Adds the missing key fields of the stored relations; true when there were any.</summary>
    public static bool Register(DefinitionDraft draft, SchemaSnapshot composed)
    {
        var added = false;
        foreach (var collection in draft.Collections.ToList())
        {
            foreach (var field in collection.Fields.Where(f => f.Stored is null && IsRegistered(f)).ToList())
            {
                if (
                    composed.TryGet(collection.Name, out var known)
                    && known.TryGetRelation(field.Name, out var relation)
                )
                {
                    added |= Register(draft, relation);
                }
            }
        }

        return added;
    }

    private static bool IsRegistered(DraftField field) => field.Interface is { } name && Interfaces.Contains(name);

    private static bool Register(DefinitionDraft draft, Relation relation) =>
        relation switch
        {
            BelongsTo r => Add(draft, r.ForeignKey),
            HasOne r => Add(draft, r.ForeignKey),
            HasMany r => Add(draft, r.ForeignKey),
            BelongsToMany r => Add(draft, r.ForeignKey) | Add(draft, r.OtherKey),
            _ => false,
        };

    private static bool Add(DefinitionDraft draft, ColumnField key)
    {
        if (
            key.Role != FieldRole.ForeignKey
            || draft.Find(key.Collection.Name) is not { } owner
            || owner.Find(key.Name) is not null
        )
        {
            return false;
        }

        // A key stands behind the primary key, before everything else; without a primary key it is one of many.
        var sort = owner.NextSort();
        if (owner.Fields.FirstOrDefault(f => f.Flag("primaryKey")) is { } primary)
        {
            primary.Sort = 0;
            sort = 1;
        }

        var isNumber = key.Type.Name is "bigInt" or "integer";
        var field = new DraftField(
            RandomText.Uid(),
            owner.Name,
            key.Name,
            new JsonObject
            {
                ["type"] = key.Type.Name,
                ["interface"] =
                    isNumber ? "integer"
                    : key.Type.Name == "uuid" ? "uuid"
                    : "input",
                ["isForeignKey"] = true,
                ["uiSchema"] = new JsonObject
                {
                    ["type"] = isNumber ? "number" : "string",
                    ["title"] = key.Name,
                    ["x-component"] = isNumber ? "InputNumber" : "Input",
                    ["x-read-pretty"] = true,
                },
            },
            sort
        );
        if (!isNumber)
        {
            // A key refers to a record; the types of text keys would make one up.
            field.Options["autoFill"] = false;
        }

        owner.Fields.Add(field);
        return true;
    }
}
