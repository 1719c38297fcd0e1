using Pergola.App.Plugins;
using Pergola.Data.Dialects;
using Pergola.Plugins.UiLayout.Access;
using Pergola.Plugins.UiLayout.Collections;

namespace Pergola.Plugins.UiLayout.Installation;

/// <summary>The two layouts of a new installation, and what every role sees as it stands in the database.</summary>
internal sealed class LayoutSeeds(SystemRows rows, RouteRightsReader rights) : IInstaller
{
    private const string Layouts = """
        [
          { "uid": "admin-layout-model", "title": "Desktop layout", "layoutType": "desktop", "routeName": "admin",
            "routePath": "/admin", "authCheck": true, "enabled": true },
          { "uid": "mobile-layout-model", "title": "Mobile layout", "layoutType": "mobile", "routeName": "mobile",
            "routePath": "/mobile", "authCheck": true, "enabled": true }
        ]
        """;

    public async Task InstallAsync(WriteTransaction transaction, CancellationToken cancellationToken)
    {
        await rows.SeedAsync(transaction, UiLayoutsCollection.Name, Layouts, cancellationToken);
        transaction.AfterCommit(async token => await rights.ReloadAllAsync(token));
    }
}
