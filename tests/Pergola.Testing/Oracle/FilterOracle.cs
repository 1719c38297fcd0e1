using System.Text.Json;

namespace Pergola.Testing.Oracle;

/// <summary>
/// Says which records a filter selects, by evaluating the filter's JSON on records in memory: three-valued logic, left join
/// along relation paths, then distinct records. It knows nothing of the product and of no database.
/// </summary>
/// <param name="clientOffset">Offset of wall times in operands of date operators on points in time.</param>
public sealed class FilterOracle(TimeSpan clientOffset)
{
    /// <summary>The records of a collection that match, in the order of the collection.</summary>
    public IReadOnlyList<OracleRecord> Select(JsonElement filter, OracleCollection collection)
    {
        var paths = new HashSet<string>();
        Paths(filter, "", collection, paths);
        return
        [
            .. collection.Records.Where(record =>
                JoinedRows.Of(record, collection, paths).Any(row => IsMatch(filter, collection, row))
            ),
        ];
    }

    private bool IsMatch(
        JsonElement filter,
        OracleCollection collection,
        IReadOnlyDictionary<string, OracleRecord?> row
    ) => (Entries(filter, "", collection, row) ?? Truth.Yes).Value is true;

    private static void Paths(JsonElement node, string at, OracleCollection collection, HashSet<string> paths)
    {
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in node.EnumerateArray())
            {
                Paths(item, at, collection, paths);
            }
        }

        if (node.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var entry in node.EnumerateObject())
        {
            if (entry.Name is "$and" or "$or" or "$not")
            {
                Paths(entry.Value, at, collection, paths);
                continue;
            }

            var (path, target, rest) = Walk(entry.Name, at, collection);
            paths.Add(path);
            if (rest.Length == 0)
            {
                Paths(entry.Value, path, target, paths);
            }
        }
    }

    /// <summary>Follows the relations at the beginning of a dotted name.</summary>
    private static (string Path, OracleCollection Target, string[] Names) Walk(
        string name,
        string at,
        OracleCollection collection
    )
    {
        var segments = name.Split('.');
        var index = 0;
        while (index < segments.Length && collection.Relation(segments[index]) is { } relation)
        {
            at = at.Length == 0 ? relation.Name : $"{at}.{relation.Name}";
            collection = relation.Target();
            index++;
        }

        return (at, collection, segments[index..]);
    }

    /// <summary>All entries of an object; null when it restricts nothing.</summary>
    private Truth? Entries(
        JsonElement node,
        string at,
        OracleCollection collection,
        IReadOnlyDictionary<string, OracleRecord?> row
    ) => All(node.EnumerateObject().Select(entry => Entry(entry, at, collection, row)));

    private Truth? Entry(
        JsonProperty entry,
        string at,
        OracleCollection collection,
        IReadOnlyDictionary<string, OracleRecord?> row
    )
    {
        switch (entry.Name)
        {
            case "$and":
                return All(entry.Value.EnumerateArray().Select(item => Entries(item, at, collection, row)));
            case "$or":
                return Any(entry.Value.EnumerateArray().Select(item => Entries(item, at, collection, row)));
            case "$not" when entry.Value.ValueKind == JsonValueKind.Object:
                return Entries(entry.Value, at, collection, row) is { } child ? !child : null;
        }

        var (path, target, rest) = Walk(entry.Name, at, collection);
        if (rest.Length == 0)
        {
            return Entries(entry.Value, path, target, row);
        }

        var field = target.Field(rest[0])!;
        return Below(new Subject(field, [], row[path], target), rest[1..], entry.Value);
    }

    /// <summary>What stands behind a path: operators and deeper names, else a value to equal.</summary>
    private Truth? Value(Subject subject, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return Operators.Evaluate("$eq", subject, value, clientOffset);
        }

        return All(value.EnumerateObject().Select(entry => Below(subject, entry.Name.Split('.'), entry.Value)));
    }

    /// <summary>Names of a place within a document, the last one perhaps an operator.</summary>
    private Truth? Below(Subject subject, string[] names, JsonElement value)
    {
        var isOperator = names is [.., ['$', ..]];
        var place = subject with { Document = [.. subject.Document, .. isOperator ? names[..^1] : names] };
        return isOperator ? Operators.Evaluate(names[^1], place, value, clientOffset) : Value(place, value);
    }

    private static Truth? All(IEnumerable<Truth?> parts) =>
        parts.Aggregate((Truth?)null, (left, right) => left is { } l && right is { } r ? l & r : left ?? right);

    private static Truth? Any(IEnumerable<Truth?> parts) =>
        parts.Aggregate((Truth?)null, (left, right) => left is { } l && right is { } r ? l | r : left ?? right);
}
