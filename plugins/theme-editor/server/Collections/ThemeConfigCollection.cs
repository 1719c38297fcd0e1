using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.ThemeEditor.Collections;

/// <summary>Themes, each a theme object of Ant Design; the table is that of existing installations.</summary>
internal sealed class ThemeConfigCollection : ICollectionDefinition
{
    public const string Name = "themeConfig";

    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "themeConfig",
              "fields": [
                { "name": "config", "type": "json" },
                { "name": "optional", "type": "boolean" },
                { "name": "isBuiltIn", "type": "boolean" },
                { "name": "uid", "type": "string" },
                { "name": "default", "type": "radio", "defaultValue": false }
              ]
            }
            """
        );
}
