using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Localization.Collections;

/// <summary>What somebody made of a text in a language; the table is that of existing installations.</summary>
internal sealed class LocalizationTranslationsCollection : ICollectionDefinition
{
    public const string Name = "localizationTranslations";

    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "localizationTranslations", "createdBy": true, "updatedBy": true,
              "fields": [
                { "name": "locale", "type": "string", "allowNull": false },
                { "name": "translation", "type": "text", "allowNull": false, "defaultValue": "" },
                { "name": "textId", "type": "bigInt", "index": true }
              ],
              "indexes": [{ "fields": ["locale", "textId"], "unique": true }]
            }
            """
        );
}
