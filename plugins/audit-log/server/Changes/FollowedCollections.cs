using System.Collections.Frozen;
using Pergola.Data.Relations;
using Pergola.Data.Schema;

namespace Pergola.Plugins.AuditLog.Changes;

/// <summary>The collections whose values are recorded: those with the option <c>logging</c>, and what links their records.</summary>
internal sealed class FollowedCollections(SchemaStore schemas)
{
    private Known? _known;

    /// <summary>Whether changes of a collection are recorded, or stand for changes of links that are.</summary>
    public bool Contains(Collection collection)
    {
        var known = Current();
        return known.Logged.Contains(collection.Name) || known.Links.ContainsKey(collection.Name);
    }

    public bool IsLogged(Collection collection) => Current().Logged.Contains(collection.Name);

    /// <summary>The relations of recorded collections that a row of a collection is a link of.</summary>
    public IReadOnlyList<BelongsToMany> LinksOver(Collection through) =>
        Current().Links.TryGetValue(through.Name, out var relations) ? relations : [];

    private Known Current()
    {
        var schema = schemas.Current;
        if (Volatile.Read(ref _known) is { } known && known.Schema == schema)
        {
            return known;
        }

        var logged = schema.Collections.Where(c => c.Definition.Flag("logging") ?? false).ToList();
        var read = new Known(
            schema,
            logged.Select(c => c.Name).ToFrozenSet(StringComparer.Ordinal),
            logged
                .SelectMany(c => c.Relations.OfType<BelongsToMany>())
                .GroupBy(r => r.Through.Name, StringComparer.Ordinal)
                .ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal)
        );
        Volatile.Write(ref _known, read);
        return read;
    }

    private sealed record Known(
        SchemaSnapshot Schema,
        FrozenSet<string> Logged,
        FrozenDictionary<string, BelongsToMany[]> Links
    );
}
