using Pergola.Data.Schema;

namespace Pergola.App.Plugins.Installed;

/// <summary>Plugins that NocoBase knows; the table is that of existing installations, which go on reading it.</summary>
public sealed class ApplicationPluginsCollection : ICollectionDefinition
{
    public const string Name = "applicationPlugins";

    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "applicationPlugins", "internal": true,
              "fields": [
                { "name": "name", "type": "string", "unique": true },
                { "name": "packageName", "type": "string", "unique": true },
                { "name": "version", "type": "string" },
                { "name": "enabled", "type": "boolean" },
                { "name": "installed", "type": "boolean" },
                { "name": "builtIn", "type": "boolean" },
                { "name": "options", "type": "json" }
              ]
            }
            """
        );
}
