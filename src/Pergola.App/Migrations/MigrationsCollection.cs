using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.App.Migrations;

/// <summary>Names of the migrations that have run.</summary>
public sealed class MigrationsCollection : ICollectionDefinition
{
    public const string Name = "pergola_migrations";

    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "pergola_migrations", "autoGenId": false, "internal": true, "updatedAt": false,
              "fields": [
                { "name": "name", "type": "string", "primaryKey": true, "allowNull": false }
              ]
            }
            """
        );
}
