using Microsoft.Extensions.Logging.Abstractions;
using Pergola.App.Plugins;
using Pergola.App.Plugins.Installed;
using Pergola.App.Signals;
using Pergola.Core.Errors;
using Pergola.Core.Ids;
using Pergola.Hosting.Apps;
using Pergola.Hosting.Configuration;
using Pergola.Hosting.Generations;
using Pergola.Hosting.PluginLoading.Packages;

namespace Pergola.Hosting.PluginLoading.Trials;

/// <summary>
/// Builds a whole app with a plugin on an empty database of its own. Runs in a process of its own, which knows nothing of the
/// installation and can be ended.
/// </summary>
public static class TrialRun
{
    /// <param name="parts">What the product is made of.</param>
    /// <param name="files">Paths of package files: of the plugin, then of what it needs.</param>
    /// <param name="cancellationToken">Ends the trial.</param>
    public static async Task<TrialReport> RunAsync(
        AppParts parts,
        IReadOnlyList<string> files,
        CancellationToken cancellationToken
    )
    {
        var storage = Directory.CreateTempSubdirectory("pergola-trial-");
        try
        {
            return new TrialReport(await TryAsync(parts, files, storage.FullName, cancellationToken), Error: null);
        }
        catch (PergolaException failure)
        {
            return new TrialReport(Plugin: null, failure.Message);
        }
        catch (Exception failure)
        {
            return new TrialReport(Plugin: null, $"{failure.GetType().Name}: {failure.Message}");
        }
        finally
        {
            storage.Delete(recursive: true);
        }
    }

    private static async Task<PluginEntry> TryAsync(
        AppParts parts,
        IReadOnlyList<string> files,
        string storage,
        CancellationToken cancellationToken
    )
    {
        var packages = files.Select(f => PackageReader.Read(File.ReadAllBytes(f))).ToList();
        var loaded = PluginLoader.Load(PackageShelf.Merge(packages[0], packages.Skip(1)), PluginOrigin.Package);
        var settings = ServerSettings.Read(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["DB_DIALECT"] = "sqlite",
                ["STORAGE_PATH"] = storage,
            }
        );
        var open = parts.Dialects.First(d => d.Name == "sqlite");
        await using var database = await open.OpenAsync(settings, NullLoggerFactory.Instance, cancellationToken);
        using var lent = new ProcessParts(
            settings,
            database,
            TimeProvider.System,
            new SnowflakeIds(TimeProvider.System, 0),
            NullLoggerFactory.Instance,
            new SignalHub(new LonelyJournal())
        );

        // With every plugin of the product, since it may need one that is switched off at first.
        var plugins = new PluginSet([.. parts.Plugins, loaded.Plugin], [], [loaded.Entry], [loaded]);
        if (parts.Plugins.Any(p => PluginOrder.Describe(p).Name == loaded.Entry.Name))
        {
            throw new PackageException("There is a plugin {name} already", [("name", loaded.Entry.Name)]);
        }

        var generation = await new GenerationBuilder(lent).BuildAsync(plugins, cancellationToken);
        await generation.DiscardAsync();
        return loaded.Entry;
    }
}
