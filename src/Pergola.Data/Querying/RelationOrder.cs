using System.Text.Json;
using Pergola.Data.Relations;
using Pergola.Data.Schema;

namespace Pergola.Data.Querying;

/// <summary>The order a to-many relation has by itself: option <c>sortBy</c>, else its hidden sort field.</summary>
internal static class RelationOrder
{
    public static IReadOnlyList<SortKey> Of(Relation relation)
    {
        var names = relation.Definition.Options.Get("sortBy") switch
        {
            { ValueKind: JsonValueKind.String } text => [text.GetString()!],
            { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Select(e => e.GetString() ?? "").ToList(),
            _ => relation is HasMany many && (relation.Definition.Flag("sortable") ?? false)
                ? [many.ForeignKey.Name + "Sort"]
                : (List<string>)[],
        };
        var keys = new List<SortKey>();
        foreach (var name in names)
        {
            // An option may name a field that has been removed since; the order then falls back to the record key.
            if (relation.Target.TryGetColumn(name.TrimStart('-'), out var column))
            {
                keys.Add(new SortKey(FieldPath.Of(column), name.StartsWith('-')));
            }
        }

        return keys;
    }
}
