using Pergola.Core.Errors;
using Pergola.Data.Fields;
using Pergola.Data.Schema;
using Pergola.Data.Sql;

namespace Pergola.Data.Querying;

/// <summary>Sort keys: <c>name</c>, <c>-name</c>, and over to-one relations <c>author.name</c>.</summary>
public static class SortParser
{
    private const int MaxKeys = 32;

    public static IReadOnlyList<SortKey> Parse(IReadOnlyList<string> keys, Collection collection)
    {
        if (keys.Count > MaxKeys)
        {
            throw new BadRequestException("At most {limit} sort keys are allowed", [("limit", "32")], "sort");
        }

        return [.. keys.Where(k => k.Length > 0).Select(key => ParseKey(key, collection))];
    }

    private static SortKey ParseKey(string key, Collection collection)
    {
        var descending = key[0] == '-';
        var name = descending ? key[1..] : key;
        var relations = new List<Relation>();
        var owner = collection;
        var segments = name.Split('.');
        foreach (var segment in segments[..^1])
        {
            if (!owner.TryGetRelation(segment, out var relation))
            {
                throw QueryNames.UnknownField(owner, segment, "sort");
            }

            if (JoinTree.Multiplies(relation))
            {
                throw new BadRequestException(
                    "Records cannot be sorted by \"{field}\": the relation has several records",
                    [("field", name)],
                    "sort"
                );
            }

            relations.Add(relation);
            owner = relation.Target;
        }

        if (!owner.TryGetColumn(segments[^1], out var column))
        {
            throw QueryNames.UnknownField(owner, segments[^1], "sort");
        }

        if (column.Type.IsSecret)
        {
            throw new ValidationException("Records cannot be sorted by \"{field}\"", [("field", name)], name);
        }

        if (column.ColumnType.Kind is ColumnKind.Json or ColumnKind.JsonBinary or ColumnKind.Array or ColumnKind.Bytes)
        {
            throw new BadRequestException(
                "Records cannot be sorted by \"{field}\": its values have no order",
                [("field", name)],
                "sort"
            );
        }

        return new SortKey(new FieldPath(relations, column, []), descending);
    }
}
