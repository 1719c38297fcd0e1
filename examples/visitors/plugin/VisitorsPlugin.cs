using Pergola.App.Acl;
using Pergola.App.Plugins;
using Pergola.Data.Events;

namespace Acme.Visitors;

/// <summary>Declares what there is; all work is done by the classes it names.</summary>
[Plugin(
    "visitors",
    DependsOn = ["users"],
    Title = "Visitors",
    Description = "Who is in the house, and whom they visit."
)]
public sealed class VisitorsPlugin : Plugin
{
    public override void Configure(PluginBuilder plugin)
    {
        plugin.Options<VisitorsOptions>();
        plugin.Collections.Of<Visitor>();
        plugin.Records.On<GiveBadge>(Visitor.Collection, ChangeKinds.Create);
        plugin.Schedule<SignOutOvernight>(TimeSpan.FromMinutes(10));
        plugin.Migration<M20261101_TrimCompanies>();
        plugin
            .Resource(Visitor.Collection)
            .Action<SignOut>("signOut")
            .Action<CountPresent>("countPresent")
            .Action<Sheet>("sheet");
        plugin.Acl.Allow(Visitor.Collection, "countPresent", Audience.LoggedIn);
        plugin.Acl.Snippet("pm.visitors", "visitors:*");
    }
}
