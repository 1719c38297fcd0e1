using Pergola.Data.Events;
using Pergola.Data.Records;
using Pergola.Plugins.UiLayout.Routes;

namespace Pergola.Plugins.UiLayout.Access;

/// <summary>A change of the menu, or of who sees it, holds from the next request on.</summary>
internal sealed class KeepRouteRights(NotedRouteChanges noted) : IRecordHandler
{
    public ValueTask WrittenAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        var kind = RouteKind.Of(change.Collection.Name);
        var changes = noted.Of(session, kind);
        if (change.Collection.Name == kind.Links)
        {
            changes.Roles.UnionWith(RouteLink.RolesOf(change));
        }
        else if (change.Kind != ChangeKinds.Update || change.Values.ContainsKey(change.Collection.Column("parentId")))
        {
            changes.Tree = true;
        }

        return ValueTask.CompletedTask;
    }
}
