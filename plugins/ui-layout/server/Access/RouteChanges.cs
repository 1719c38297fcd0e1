using System.Runtime.CompilerServices;
using Pergola.Data.Dialects;
using Pergola.Data.Records;
using Pergola.Plugins.UiLayout.Routes;

namespace Pergola.Plugins.UiLayout.Access;

/// <summary>What a transaction changes of one menu that is kept in memory.</summary>
internal sealed class RouteChanges
{
    /// <summary>Roles whose links change.</summary>
    public HashSet<string> Roles { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Entries whose links change for many roles at once.</summary>
    public HashSet<long> Routes { get; init; } = [];

    /// <summary>Whether entries come, go, or move.</summary>
    public bool Tree { get; set; }
}

/// <summary>Notes what transactions change, so that it holds from the next request on: it is read anew once they have committed.</summary>
internal sealed class NotedRouteChanges(RouteRightsReader rights)
{
    private readonly ConditionalWeakTable<WriteTransaction, Dictionary<RouteKind, RouteChanges>> _noted = [];

    public RouteChanges Of(WriteSession session, RouteKind kind)
    {
        if (!_noted.TryGetValue(session.Transaction, out var kinds))
        {
            kinds = [];
            _noted.Add(session.Transaction, kinds);
        }

        if (!kinds.TryGetValue(kind, out var changes))
        {
            kinds[kind] = changes = new RouteChanges();
            rights.ForgetWith(session.Transaction, kind, changes);
        }

        return changes;
    }
}
