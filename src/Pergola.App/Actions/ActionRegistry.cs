using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Pergola.App.Actions;

/// <summary>The actions of a generation. An action of one resource wins over the one for all; a later plugin over an earlier.</summary>
public sealed class ActionRegistry
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, Type>> _byResource;
    private readonly FrozenDictionary<string, Type> _forAll;
    private readonly FrozenDictionary<string, IReadOnlyList<string>> _closed;
    private readonly FrozenSet<Type> _reads;
    private readonly ILookup<string, string> _inOrder;

    /// <param name="registrations">Actions in the order of their plugins.</param>
    /// <param name="closed">Resources that have only some of the actions for all collections, and which.</param>
    public ActionRegistry(
        IEnumerable<ActionRegistration> registrations,
        IReadOnlyDictionary<string, IReadOnlyList<string>> closed
    )
    {
        var all = registrations.ToList();
        _inOrder = all.DistinctBy(r => (r.Resource, r.Action))
            .ToLookup(r => r.Resource, r => r.Action, StringComparer.Ordinal);
        _closed = closed.ToFrozenDictionary(StringComparer.Ordinal);
        var byResource = new Dictionary<string, Dictionary<string, Type>>(StringComparer.Ordinal);
        foreach (var (resource, action, type) in all)
        {
            if (!byResource.TryGetValue(resource, out var actions))
            {
                byResource[resource] = actions = new Dictionary<string, Type>(StringComparer.Ordinal);
            }

            actions[action] = type;
        }

        _byResource = byResource.ToFrozenDictionary(
            r => r.Key,
            r => r.Value.ToFrozenDictionary(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
        _reads = _byResource
            .Values.SelectMany(actions => actions.Values)
            .Where(type => type.IsDefined(typeof(ReadsAttribute), inherit: false))
            .ToFrozenSet();
        _forAll = _byResource.GetValueOrDefault("*", FrozenDictionary<string, Type>.Empty);
    }

    /// <summary>Whether a plugin gave actions to this very resource.</summary>
    public bool HasResource(string resource) => _byResource.ContainsKey(resource);

    /// <summary>Whether an action changes nothing.</summary>
    public bool IsRead(Type action) => _reads.Contains(action);

    /// <summary>Every action that was given to a resource by its name, <c>*</c> for all collections.</summary>
    public IEnumerable<(string Resource, string Action)> All =>
        _inOrder.SelectMany(actions => actions.Select(action => (actions.Key, action)));

    /// <summary>The actions of a resource, those for all collections first.</summary>
    public IEnumerable<string> ActionsOf(string resource, bool hasCollection) =>
        (hasCollection ? _inOrder["*"].Where(action => IsOpen(resource, action)) : [])
            .Concat(_inOrder[resource])
            .Distinct(StringComparer.Ordinal);

    /// <param name="resource">Name of a collection, of an association (<c>R.A</c>) or of a plugin's resource.</param>
    /// <param name="hasCollection">Whether records are behind it, so that actions for all collections count.</param>
    public bool TryFind(string resource, string action, bool hasCollection, [NotNullWhen(true)] out Type? type)
    {
        if (_byResource.TryGetValue(resource, out var actions) && actions.TryGetValue(action, out type))
        {
            return true;
        }

        type = null;
        return hasCollection && IsOpen(resource, action) && _forAll.TryGetValue(action, out type);
    }

    private bool IsOpen(string resource, string action) =>
        !_closed.TryGetValue(resource, out var left) || left.Contains(action, StringComparer.Ordinal);
}
