using System.Collections.Frozen;

namespace Pergola.App.Describing;

/// <summary>What the plugins of a generation say of their resources and actions.</summary>
public sealed class DescriptionBook
{
    private readonly FrozenDictionary<(string Resource, string Action), ActionDescription> _actions;
    private readonly FrozenDictionary<string, string> _owners;

    /// <param name="resources">Descriptions in the order of their plugins; a later one of an action wins.</param>
    /// <param name="collections">The collections that plugins bring, and the plugin of each.</param>
    public DescriptionBook(
        IReadOnlyList<ResourceDescription> resources,
        IReadOnlyDictionary<string, string> collections
    )
    {
        Resources = resources;
        var actions = new Dictionary<(string, string), ActionDescription>();
        var owners = new Dictionary<string, string>(collections, StringComparer.Ordinal);
        foreach (var resource in resources)
        {
            owners.TryAdd(resource.Resource, resource.Plugin);
            foreach (var action in resource.Actions)
            {
                actions[(resource.Resource, action.Action)] = action;
            }
        }

        _actions = actions.ToFrozenDictionary();
        _owners = owners.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public IReadOnlyList<ResourceDescription> Resources { get; }

    /// <summary>Names of the plugins with a collection or a described resource.</summary>
    public IEnumerable<string> Plugins => _owners.Values.Distinct(StringComparer.Ordinal);

    /// <summary>What is said of an action of a resource, null when nothing is.</summary>
    public ActionDescription? Find(string resource, string action) => _actions.GetValueOrDefault((resource, action));

    /// <summary>What a resource is about, null when nobody says it.</summary>
    public string? SummaryOf(string resource) =>
        Resources.FirstOrDefault(r => r.Resource == resource && r.Summary.Length > 0)?.Summary;

    /// <summary>The plugin a collection or resource comes from, null for those that people made.</summary>
    public string? PluginOf(string resource) => _owners.GetValueOrDefault(resource);
}
