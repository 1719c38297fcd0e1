using System.Text.Json;
using Pergola.App.Plugins;
using Pergola.App.Plugins.Installed;
using Pergola.Core.Json;
using Pergola.Data.Dialects;

namespace Pergola.Plugins.PluginCatalog.Installation;

/// <summary>
/// The plugins an installation of NocoBase begins with (source: rows of a new installation), so that it starts on the same
/// database.
/// </summary>
internal sealed class KnownPluginSeeds(SystemRows rows) : IInstaller
{
    public Task InstallAsync(WriteTransaction transaction, CancellationToken cancellationToken)
    {
        var version = typeof(KnownPluginSeeds).Assembly.GetName().Version?.ToString(3);
        var seeds = KnownPlugins
            .All.Where(p => p.BuiltIn)
            .Select(p => new
            {
                name = p.Name,
                packageName = p.PackageName,
                version,
                enabled = true,
                installed = true,
                builtIn = true,
                options = p.Deprecated ? new { deprecated = true } : null,
            });
        return rows.SeedAsync(
            transaction,
            ApplicationPluginsCollection.Name,
            JsonSerializer.Serialize(seeds, JsonText.Serializer),
            cancellationToken
        );
    }
}
