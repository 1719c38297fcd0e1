using Pergola.App.Plugins;
using Pergola.Data.Dialects;

namespace Pergola.Plugins.Acl.Installation;

/// <summary>The three roles of a new installation, all of them given to its first user.</summary>
internal sealed class RoleSeeds(SystemRows rows) : IInstaller
{
    private const string Roles = """
        [
          { "name": "root", "title": "{{t(\"Root\")}}", "hidden": true, "allowNewMenu": false, "sort": 1,
            "snippets": ["pm", "pm.*", "ui.*"], "allowNewMobileMenu": false, "allowNewAiEmployee": true },
          { "name": "admin", "title": "{{t(\"Admin\")}}", "allowConfigure": true, "allowNewMenu": true, "sort": 2,
            "snippets": ["pm", "pm.*", "ui.*"], "allowNewMobileMenu": true, "allowNewAiEmployee": true,
            "strategy": { "actions": ["create", "view", "update", "destroy", "export", "importXlsx"] } },
          { "name": "member", "title": "{{t(\"Member\")}}", "default": true, "allowNewMenu": true, "sort": 3,
            "snippets": ["!pm", "!pm.*", "!ui.*"], "allowNewMobileMenu": true, "allowNewAiEmployee": true,
            "strategy": { "actions": ["view:own"] } }
        ]
        """;

    private const string FirstUser = """
        [
          { "roleName": "member", "userId": 1 },
          { "roleName": "admin", "userId": 1 },
          { "roleName": "root", "userId": 1, "default": true }
        ]
        """;

    public async Task InstallAsync(WriteTransaction transaction, CancellationToken cancellationToken)
    {
        // Only together: the first user of a database that has roles already is whoever its owner made it.
        if (await rows.SeedAsync(transaction, "roles", Roles, cancellationToken))
        {
            await rows.SeedAsync(transaction, "rolesUsers", FirstUser, cancellationToken);
        }
    }
}
