using System.Collections.Concurrent;

namespace Pergola.Plugins.Auth.Tokens;

/// <summary>The renewals of the last seconds by the id of the old token.</summary>
internal sealed class RecentRenewals
{
    private readonly ConcurrentDictionary<string, Renewal> _renewals = new(StringComparer.Ordinal);

    public Renewal GetOrAdd(string id, Func<string, Renewal> make) => _renewals.GetOrAdd(id, make);

    public void Remove(string id, Renewal renewal) => _renewals.TryRemove(new(id, renewal));

    /// <summary>Forgets those that are older.</summary>
    public void Forget(DateTimeOffset before)
    {
        foreach (var (id, renewal) in _renewals.Where(r => r.Value.At < before))
        {
            Remove(id, renewal);
        }
    }
}

/// <param name="At">When it was asked for.</param>
/// <param name="Successor">The new token, null when the session has ended.</param>
internal sealed record Renewal(DateTimeOffset At, Lazy<Task<Successor?>> Successor);

/// <param name="Id">Id of the new token.</param>
/// <param name="At">When it was issued.</param>
internal sealed record Successor(Guid Id, DateTimeOffset At);
