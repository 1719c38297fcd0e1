using System.Text.Json.Nodes;

namespace Atlas;

internal sealed record SubdivisionNode(string Code, string? Parent, JsonObject Record)
{
    public string Country => Code.Split('-')[0];
}

/// <summary>
/// The subdivisions of ISO 3166-2 as trees. A record names its parent by a full code (<c>GB-ENG</c>) or by the part after
/// the country (<c>A</c> in a record of <c>BE</c> means <c>BE-A</c>); either way the parent is one of the same country.
/// </summary>
internal sealed class SubdivisionTree
{
    private readonly Dictionary<string, SubdivisionNode> _nodes = [];

    public SubdivisionTree(IReadOnlyList<JsonObject> records)
    {
        var codes = records.Select(Code).ToHashSet();
        foreach (var record in records)
        {
            var named = record["parent"]?.GetValue<string>();
            var country = Code(record).Split('-')[0];
            var parent = named is null ? null : Find(named, country, codes);
            _nodes[Code(record)] = new(Code(record), parent, record);
            if (named is not null && parent is null)
            {
                WithoutParent.Add($"{Code(record)} (parent {named})");
            }
        }

        Levels = [.. _nodes.Values.GroupBy(Depth).OrderBy(level => level.Key).Select(level => level.ToList())];
    }

    /// <summary>Roots first, then their children, and so on.</summary>
    public IReadOnlyList<IReadOnlyList<SubdivisionNode>> Levels { get; }

    /// <summary>Records that name a parent nobody has.</summary>
    public List<string> WithoutParent { get; } = [];

    private static string Code(JsonObject record) => record["code"]!.GetValue<string>();

    private static string? Find(string named, string country, HashSet<string> codes)
    {
        var full = named.StartsWith($"{country}-", StringComparison.Ordinal) ? named : $"{country}-{named}";
        return codes.Contains(full) ? full : null;
    }

    // Bounded, so that records that are each other's parents end the climb instead of holding it up.
    private int Depth(SubdivisionNode node)
    {
        var depth = 0;
        while (node.Parent is not null && depth < _nodes.Count)
        {
            node = _nodes[node.Parent];
            depth++;
        }

        return depth;
    }
}
