using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Pergola.Data.Schema;

/// <summary>
/// Every collection of a data source at one revision. Immutable: a request keeps the snapshot it started with.
/// </summary>
public sealed class SchemaSnapshot(long revision, IReadOnlyList<Collection> collections, IReadOnlyList<string> issues)
{
    private readonly FrozenDictionary<string, Collection> _byName = collections.ToFrozenDictionary(
        collection => collection.Name,
        StringComparer.Ordinal
    );

    public long Revision { get; } = revision;

    public IReadOnlyList<Collection> Collections { get; } = collections;

    /// <summary>Fields left out and why: unknown types, relations to collections that do not exist.</summary>
    public IReadOnlyList<string> Issues { get; } = issues;

    public bool TryGet(string name, [NotNullWhen(true)] out Collection? collection) =>
        _byName.TryGetValue(name, out collection);

    /// <summary>A collection that is known to exist, such as one of the asking plugin.</summary>
    public Collection this[string name] => _byName[name];
}
