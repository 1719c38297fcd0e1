using Pergola.App.Plugins;
using Pergola.Plugins.Acl;
using Pergola.Plugins.ApiDoc;
using Pergola.Plugins.AuditLog;
using Pergola.Plugins.Auth;
using Pergola.Plugins.Client;
using Pergola.Plugins.Collections;
using Pergola.Plugins.DataSourceManager;
using Pergola.Plugins.Departments;
using Pergola.Plugins.EnvironmentVariables;
using Pergola.Plugins.FileManager;
using Pergola.Plugins.FlowEngine;
using Pergola.Plugins.Localization;
using Pergola.Plugins.PluginCatalog;
using Pergola.Plugins.SystemSettings;
using Pergola.Plugins.ThemeEditor;
using Pergola.Plugins.UiLayout;
using Pergola.Plugins.UiSchemas;
using Pergola.Plugins.Users;

namespace Pergola.Server.Composition;

/// <summary>The plugins that come with the product; the one place that lists them.</summary>
internal static class BuiltInPlugins
{
    public static IReadOnlyList<Plugin> All =>
        [
            new PluginCatalogPlugin(),
            new EnvironmentVariablesPlugin(),
            new FileManagerPlugin(),
            new SystemSettingsPlugin(),
            new AclPlugin(),
            new UsersPlugin(),
            new AuthPlugin(),
            new DataSourceManagerPlugin(),
            new DepartmentsPlugin(),
            new CollectionsPlugin(),
            new AuditLogPlugin(),
            new ApiDocPlugin(),
            new UiSchemaStoragePlugin(),
            new FlowEnginePlugin(),
            new UiLayoutPlugin(),
            new ClientPlugin(),
            new LicensePlugin(),
            new ThemeEditorPlugin(),
            new LocalizationPlugin(),
        ];
}
