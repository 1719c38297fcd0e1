using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.SystemSettings.Collections;

/// <summary>Settings of the whole app, in one row; the table is that of existing installations.</summary>
internal sealed class SystemSettingsCollection : ICollectionDefinition
{
    public const string Name = "systemSettings";

    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "systemSettings",
              "fields": [
                { "name": "title", "type": "string", "translation": true },
                { "name": "showLogoOnly", "type": "boolean" },
                { "name": "allowSignUp", "type": "boolean", "defaultValue": true },
                { "name": "smsAuthEnabled", "type": "boolean", "defaultValue": false },
                { "name": "logoId", "type": "bigInt", "index": true },
                { "name": "enabledLanguages", "type": "json", "defaultValue": [] },
                { "name": "appLang", "type": "string" },
                { "name": "options", "type": "json", "defaultValue": {} },
                { "name": "roleMode", "type": "string", "defaultValue": "default" },
                { "name": "enableEditProfile", "type": "boolean" },
                { "name": "enableChangePassword", "type": "boolean" }
              ]
            }
            """
        );
}
