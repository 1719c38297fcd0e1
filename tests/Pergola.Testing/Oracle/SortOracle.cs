namespace Pergola.Testing.Oracle;

/// <summary>Order of records: by keys such as <c>name</c>, <c>-name</c>, <c>parent.name</c>; nothing comes last, ties by id.</summary>
public static class SortOracle
{
    public static IReadOnlyList<OracleRecord> Sort(
        IEnumerable<OracleRecord> records,
        OracleCollection collection,
        IReadOnlyList<string> keys
    )
    {
        var sorted = records.ToList();
        sorted.Sort(
            (left, right) =>
            {
                foreach (var key in keys.Append("id"))
                {
                    var isDescending = key[0] == '-';
                    var path = key.TrimStart('-').Split('.');
                    var order = Compare(
                        ValueAt(left, collection, path),
                        ValueAt(right, collection, path),
                        isDescending
                    );
                    if (order != 0)
                    {
                        return order;
                    }
                }

                return 0;
            }
        );
        return sorted;
    }

    private static object? ValueAt(OracleRecord? record, OracleCollection collection, string[] path)
    {
        foreach (var name in path[..^1])
        {
            var relation = collection.Relation(name)!;
            record = record is null ? null : relation.Follow(record).FirstOrDefault();
            collection = relation.Target();
        }

        return record?[path[^1]];
    }

    private static int Compare(object? left, object? right, bool isDescending) =>
        (left, right) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            _ => isDescending ? Values.Order(right, left) : Values.Order(left, right),
        };
}
