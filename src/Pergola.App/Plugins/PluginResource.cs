using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pergola.App.Actions;

namespace Pergola.App.Plugins;

/// <summary>The actions a plugin gives to one resource.</summary>
public sealed class PluginResource(string name, IServiceCollection services, PluginDeclarations declarations)
{
    public PluginResource Action<TAction>(string action)
        where TAction : class, IAction
    {
        services.TryAddScoped<TAction>();
        declarations.Actions.Add(new ActionRegistration(name, action, typeof(TAction)));
        return this;
    }

    /// <summary>Of the actions that every collection has, leaves the resource only these.</summary>
    public PluginResource Close(params string[] left)
    {
        declarations.ClosedResources[name] = left;
        return this;
    }
}
