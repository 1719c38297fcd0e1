using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Localization.Collections;

/// <summary>Texts that can be translated, by the module they belong to; the table is that of existing installations.</summary>
internal sealed class LocalizationTextsCollection : ICollectionDefinition
{
    public const string Name = "localizationTexts";

    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "localizationTexts", "autoGenId": false, "createdBy": true, "updatedBy": true,
              "fields": [
                { "name": "id", "type": "snowflakeId", "primaryKey": true },
                { "name": "module", "type": "string", "allowNull": false },
                { "name": "text", "type": "text", "allowNull": false },
                { "name": "batch", "type": "string", "index": true },
                { "name": "translations", "type": "hasMany", "target": "localizationTranslations",
                  "sourceKey": "id", "foreignKey": "textId", "targetKey": "id", "onDelete": "CASCADE" }
              ]
            }
            """
        );
}
