using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Data.Fields;
using Pergola.Data.Records.Writing;
using Pergola.Data.Relations;
using Pergola.Data.Schema;

namespace Pergola.Data.Records.Associations;

/// <summary>The value one record brings for one association.</summary>
internal sealed record AssociationInput(RecordDraft Source, JsonElement Value);

/// <summary>One target in the value of an association: a key, or an object with or without one.</summary>
internal sealed class Element(RecordDraft source, JsonElement value)
{
    public RecordDraft Source { get; } = source;

    public JsonElement Value { get; } = value;

    public bool IsObject => Value.ValueKind == JsonValueKind.Object;

    /// <summary>The key as it was given; undefined when there is none.</summary>
    public JsonElement KeyJson { get; private init; }

    public object? Key { get; private init; }

    /// <summary>The target's row once it is known to exist.</summary>
    public StoredRow? Row { get; set; }

    /// <summary>The target as it was written; null while it was only looked up.</summary>
    public WrittenRecord? Record { get; set; }

    /// <summary>Whether the target did not exist before.</summary>
    public bool IsNew { get; set; }

    /// <summary>Reads an element whose key is the given column of the target.</summary>
    public static Element Read(
        RecordDraft source,
        JsonElement value,
        Relation relation,
        ColumnField key,
        ValueContext values
    )
    {
        var given = value;
        if (value.ValueKind == JsonValueKind.Object)
        {
            value.TryGetProperty(key.Name, out given);
            if (IsAbsent(given))
            {
                RequireNamedKey(value, relation, key);
                return new Element(source, value);
            }
        }

        var parsed = key.Type.Parse(given, key, values);
        return new Element(source, value) { KeyJson = given, Key = parsed };
    }

    private static bool IsAbsent(JsonElement value) =>
        value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null
        || (value.ValueKind == JsonValueKind.String && value.ValueEquals(""));

    /// <summary>A relation over another unique column cannot tell a target by its primary key.</summary>
    private static void RequireNamedKey(JsonElement value, Relation relation, ColumnField key)
    {
        if (
            relation is HasMany or BelongsToMany
            && !key.IsPrimaryKey
            && key.Collection.PrimaryKey is [var primary]
            && value.TryGetProperty(primary.Name, out var given)
            && !IsAbsent(given)
        )
        {
            throw new BadRequestException(
                "{field} field value is empty",
                [("field", key.Name)],
                $"{relation.Name}.{key.Name}"
            );
        }
    }
}
