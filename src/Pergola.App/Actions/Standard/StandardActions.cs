using Microsoft.Extensions.DependencyInjection;
using Pergola.App.Plugins;

namespace Pergola.App.Actions.Standard;

/// <summary>The actions every collection has. They are ordinary actions: a plugin may put its own in their place.</summary>
internal static class StandardActions
{
    public static void Declare(IServiceCollection services, PluginDeclarations declarations) =>
        new PluginResource("*", services, declarations).Action<ListAction>("list").Action<GetAction>("get");
}
