using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pergola.App.Actions;
using Pergola.App.Describing;

namespace Pergola.App.Plugins;

/// <summary>The actions a plugin gives to one resource.</summary>
public sealed class PluginResource(
    string name,
    string plugin,
    IServiceCollection services,
    PluginDeclarations declarations
)
{
    public PluginResource Action<TAction>(string action)
        where TAction : class, IAction
    {
        services.TryAddScoped<TAction>();
        declarations.Actions.Add(new ActionRegistration(name, action, typeof(TAction)));
        return this;
    }

    /// <summary>Says what the resource is about, and what its actions do, take and answer.</summary>
    public PluginResource Describe(string summary, params IReadOnlyList<ActionDescription> actions)
    {
        declarations.Descriptions.Add(new ResourceDescription(plugin, name, summary, actions));
        return this;
    }

    /// <summary>Of the actions that every collection has, leaves the resource only these.</summary>
    public PluginResource Close(params string[] left)
    {
        declarations.ClosedResources[name] = left;
        return this;
    }
}
