using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Pergola.App.Acl.Rules;

/// <summary>
/// Values by name, packed into two arrays in the order of the names. Thousands of roles have rules for the same collections, and
/// share the names. Immutable.
/// </summary>
public sealed class NameDictionary<T> : IReadOnlyDictionary<string, T>
{
    public static readonly NameDictionary<T> Empty = new([], []);

    private readonly string[] _names;
    private readonly T[] _values;

    internal NameDictionary(string[] names, T[] values)
    {
        _names = names;
        _values = values;
    }

    public int Count => _names.Length;

    public IEnumerable<string> Keys => _names;

    public IEnumerable<T> Values => _values;

    public T this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);

    internal string[] Names => _names;

    internal T ValueAt(int index) => _values[index];

    /// <summary>Of several values with one name the first counts.</summary>
    public static NameDictionary<T> Of(IEnumerable<KeyValuePair<string, T>> entries)
    {
        var sorted = entries.DistinctBy(e => e.Key, StringComparer.Ordinal).OrderBy(e => e.Key, StringComparer.Ordinal);
        var list = sorted.ToList();
        return new NameDictionary<T>([.. list.Select(e => e.Key)], [.. list.Select(e => e.Value)]);
    }

    public bool ContainsKey(string key) => IndexOf(key) >= 0;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value)
    {
        var index = IndexOf(key);
        value = index >= 0 ? _values[index] : default;
        return index >= 0;
    }

    public IEnumerator<KeyValuePair<string, T>> GetEnumerator()
    {
        for (var index = 0; index < _names.Length; index++)
        {
            yield return new KeyValuePair<string, T>(_names[index], _values[index]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int IndexOf(string key) => Array.BinarySearch(_names, key, StringComparer.Ordinal);
}
