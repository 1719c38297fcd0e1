namespace Pergola.Core.Cluster.Caching;

/// <summary>Name of a cached value: the app, the cache's own prefix, and a key of any form.</summary>
public readonly record struct CacheKey
{
    private const int Longest = 1024;

    /// <exception cref="ArgumentException">App or prefix is empty or holds a colon, which would reach into another one; or the
    /// key is longer than 1024 characters.</exception>
    public CacheKey(string app, string prefix, string key)
    {
        Shelf = ShelfOf(app, prefix);
        Key = key.Length <= Longest ? key : throw new ArgumentException("The key is too long.", nameof(key));
    }

    /// <summary><c>&lt;app&gt;:&lt;prefix&gt;:</c></summary>
    public string Shelf { get; }

    public string Key { get; }

    /// <summary>What the names of all values of an app, or of one of its caches, begin with.</summary>
    public static string ShelfOf(string app, string? prefix) =>
        prefix is null ? Checked(app) + ":" : $"{Checked(app)}:{Checked(prefix)}:";

    public override string ToString() => Shelf + Key;

    private static string Checked(string part) =>
        part.Length > 0 && !part.Contains(':')
            ? part
            : throw new ArgumentException($"\"{part}\" cannot be part of a cache key.", nameof(part));
}
