using System.Collections.Concurrent;
using System.Runtime.Loader;

namespace Pergola.App.Plugins;

/// <summary>
/// Services that live as long as the process: what must not begin anew with each generation, such as the count of failed
/// sign-ins. Types of plugins that can be unloaded are refused, since they would stay.
/// </summary>
public sealed class KeptParts(TimeProvider clock) : IDisposable
{
    private readonly ConcurrentDictionary<Type, Lazy<object>> _kept = new();

    /// <exception cref="InvalidOperationException">The type belongs to a plugin that can be unloaded.</exception>
    public T Get<T>(Func<TimeProvider, T> make)
        where T : class
    {
        if (AssemblyLoadContext.GetLoadContext(typeof(T).Assembly) is { IsCollectible: true })
        {
            throw new InvalidOperationException($"{typeof(T)} cannot be kept: its plugin can be unloaded.");
        }

        return (T)_kept.GetOrAdd(typeof(T), _ => new Lazy<object>(() => make(clock))).Value;
    }

    public void Dispose()
    {
        foreach (var service in _kept.Values.Where(s => s.IsValueCreated).Select(s => s.Value).OfType<IDisposable>())
        {
            service.Dispose();
        }
    }
}
