using Microsoft.Extensions.DependencyInjection;

namespace Pergola.App.Plugins;

/// <summary>Opens the scope that the services of one action live in.</summary>
internal sealed class ActionScopes(IServiceScopeFactory factory)
{
    public AsyncServiceScope Open() => factory.CreateAsyncScope();
}
