using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Core.Json;

namespace Pergola.Plugins.Acl.Permissions;

/// <summary><c>availableActions:list</c>: the actions that permissions are given for, as the form of a role shows them.</summary>
[Reads]
internal sealed class ListAvailableActions : IAction
{
    private static readonly JsonElement Actions = JsonText.Parse(
        """
        [
          { "displayName": "{{t(\"Add new\")}}", "type": "new-data", "onNewRecord": true, "aliases": ["create"],
            "allowConfigureFields": true, "name": "create" },
          { "displayName": "{{t(\"View\")}}", "type": "old-data", "aliases": ["get", "list", "query"],
            "allowConfigureFields": true, "name": "view" },
          { "displayName": "{{t(\"Edit\")}}", "type": "old-data", "aliases": ["update", "move"],
            "allowConfigureFields": true, "name": "update" },
          { "displayName": "{{t(\"Delete\")}}", "aliases": ["destroy"], "type": "old-data", "name": "destroy" },
          { "displayName": "{{t(\"Export\")}}", "allowConfigureFields": true, "aliases": ["export", "exportAttachments"],
            "name": "export" },
          { "displayName": "{{t(\"Import\")}}", "allowConfigureFields": true, "type": "new-data", "onNewRecord": true,
            "name": "importXlsx" },
          { "displayName": "{{t(\"Trigger workflow\", { ns: \"@nocobase/plugin-workflow-custom-action-trigger\" })}}",
            "name": "trigger" },
          { "displayName": "{{t(\"Trigger workflow\", { ns: \"@nocobase/plugin-workflow-custom-action-trigger\" })}}",
            "onNewRecord": true, "name": "triggerNew" }
        ]
        """
    );

    public ValueTask ExecuteAsync(ActionContext context) => context.WriteDataAsync(Actions);
}
