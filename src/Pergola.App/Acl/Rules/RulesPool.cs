using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Pergola.App.Acl.Rules;

/// <summary>
/// Gives equal parts of rules as one object: with ten thousand roles there are a million rules, of which most say the same. For
/// one caller at a time.
/// </summary>
public sealed class RulesPool
{
    /// <summary>Beyond it the pool begins anew; what was given out stays as it is.</summary>
    private const int Most = 100_000;

    private readonly Dictionary<string, string[]> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonElement> _scopes = new(StringComparer.Ordinal);
    private readonly Dictionary<(IReadOnlyList<string>? Fields, string? Scope, bool IsOwn), ActionRule> _rules = [];
    private readonly HashSet<NameDictionary<ActionRule>> _maps = new(new SameParts());

    /// <summary>A list of names.</summary>
    public IReadOnlyList<string> List(IEnumerable<string> texts) => Array(texts);

    /// <summary>A rule; an empty scope is none.</summary>
    public ActionRule Rule(IReadOnlyList<string>? fields, JsonElement? scope, bool isOwn)
    {
        Trim();
        var shared = fields is null ? null : Array(fields);
        var text = scope?.GetRawText();
        if (_rules.TryGetValue((shared, text, isOwn), out var rule))
        {
            return rule;
        }

        JsonElement? kept = text is null ? null : Scope(text, scope!.Value);
        return _rules[(shared, text, isOwn)] = new ActionRule(shared, kept, isOwn);
    }

    /// <summary>The rules of one collection by action.</summary>
    public NameDictionary<ActionRule> Rules(IEnumerable<KeyValuePair<string, ActionRule>> rules)
    {
        var map = Shared(NameDictionary<ActionRule>.Of(rules));
        if (!_maps.TryGetValue(map, out var known))
        {
            _maps.Add(known = map);
        }

        return known;
    }

    /// <summary>The rules of a role by collection.</summary>
    public NameDictionary<NameDictionary<ActionRule>> Resources(
        IEnumerable<KeyValuePair<string, NameDictionary<ActionRule>>> resources
    ) => Shared(NameDictionary<NameDictionary<ActionRule>>.Of(resources));

    private NameDictionary<T> Shared<T>(NameDictionary<T> map) =>
        map.Count == 0 ? NameDictionary<T>.Empty : new NameDictionary<T>(Array(map.Names), [.. map.Values]);

    private JsonElement Scope(string text, JsonElement scope)
    {
        if (!_scopes.TryGetValue(text, out var known))
        {
            _scopes[text] = known = scope.Clone();
        }

        return known;
    }

    private string[] Array(IEnumerable<string> texts)
    {
        var list = texts as string[] ?? [.. texts];
        var key = string.Join('\0', list);
        if (!_lists.TryGetValue(key, out var known))
        {
            _lists[key] = known = [.. list.Select(Text)];
        }

        return known;
    }

    private string Text(string text)
    {
        if (!_texts.TryGetValue(text, out var known))
        {
            _texts[text] = known = text;
        }

        return known;
    }

    private void Trim()
    {
        if (_lists.Count + _scopes.Count + _rules.Count + _maps.Count > Most)
        {
            _lists.Clear();
            _texts.Clear();
            _scopes.Clear();
            _rules.Clear();
            _maps.Clear();
        }
    }

    /// <summary>Maps of parts that are shared already.</summary>
    private sealed class SameParts : IEqualityComparer<NameDictionary<ActionRule>>
    {
        public bool Equals(NameDictionary<ActionRule>? x, NameDictionary<ActionRule>? y)
        {
            if (x is null || y is null || !ReferenceEquals(x.Names, y.Names))
            {
                return ReferenceEquals(x, y);
            }

            for (var index = 0; index < x.Count; index++)
            {
                if (!ReferenceEquals(x.ValueAt(index), y.ValueAt(index)))
                {
                    return false;
                }
            }

            return true;
        }

        public int GetHashCode([DisallowNull] NameDictionary<ActionRule> map)
        {
            var hash = new HashCode();
            hash.Add(RuntimeHelpers.GetHashCode(map.Names));
            for (var index = 0; index < map.Count; index++)
            {
                hash.Add(RuntimeHelpers.GetHashCode(map.ValueAt(index)));
            }

            return hash.ToHashCode();
        }
    }
}
