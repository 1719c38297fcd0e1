namespace Pergola.Testing.Oracle;

/// <summary>
/// The left join of a record along relation paths: one row per combination of related records, null where there is none.
/// Conditions on one path see one related record.
/// </summary>
internal static class JoinedRows
{
    /// <param name="root">The record that is joined.</param>
    /// <param name="collection">Its collection.</param>
    /// <param name="paths">Paths such as <c>children.labels</c>; the empty path is the record itself.</param>
    public static IEnumerable<IReadOnlyDictionary<string, OracleRecord?>> Of(
        OracleRecord root,
        OracleCollection collection,
        IEnumerable<string> paths
    )
    {
        var rows = new List<Dictionary<string, OracleRecord?>> { new() { [""] = root } };
        var collections = new Dictionary<string, OracleCollection> { [""] = collection };
        foreach (var path in paths.SelectMany(Prefixes).Distinct().OrderBy(path => path.Count(c => c == '.')))
        {
            var dot = path.LastIndexOf('.');
            var parent = dot < 0 ? "" : path[..dot];
            var relation = collections[parent].Relation(path[(dot + 1)..])!;
            collections[path] = relation.Target();
            rows = [.. rows.SelectMany(row => Related(row[parent], relation).Select(next => Extend(row, path, next)))];
        }

        return rows;
    }

    private static IEnumerable<string> Prefixes(string path)
    {
        for (var at = path.IndexOf('.'); at >= 0; at = path.IndexOf('.', at + 1))
        {
            yield return path[..at];
        }

        if (path.Length > 0)
        {
            yield return path;
        }
    }

    private static List<OracleRecord?> Related(OracleRecord? record, OracleRelation relation)
    {
        var related = record is null ? [] : relation.Follow(record).ToList<OracleRecord?>();
        return related.Count > 0 ? related : [null];
    }

    private static Dictionary<string, OracleRecord?> Extend(
        Dictionary<string, OracleRecord?> row,
        string path,
        OracleRecord? record
    ) => new(row) { [path] = record };
}
