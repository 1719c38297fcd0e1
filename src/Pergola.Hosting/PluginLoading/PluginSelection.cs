using Pergola.App.Plugins;
using Pergola.App.Plugins.Installed;
using Pergola.Core.Errors;
using Pergola.Hosting.PluginLoading.Packages;

namespace Pergola.Hosting.PluginLoading;

/// <summary>Decides which plugins a generation is made of: those of the product and of packages that are switched on.</summary>
/// <param name="builtIn">The plugins that come with the product.</param>
/// <param name="presets">Names of plugins that are on where nobody has said otherwise.</param>
/// <param name="shelf">The packages of the installation.</param>
/// <param name="foreign">Packages that cannot run here.</param>
/// <param name="development">Plugins that are being written.</param>
internal sealed class PluginSelection(
    IReadOnlyList<Plugin> builtIn,
    IReadOnlyCollection<string> presets,
    PackageShelf shelf,
    NodePackages foreign,
    DevelopmentPlugins development
)
{
    /// <param name="states">What the installation says.</param>
    /// <param name="isStrict">
    /// Whether a package that cannot be loaded fails the whole; otherwise it is left out, and its entry says why.
    /// </param>
    public PluginSet Select(PluginStates states, bool isStrict)
    {
        var plugins = new List<Plugin>();
        var entries = new List<PluginEntry>();
        var further = new List<LoadedPlugin>();
        foreach (var plugin in builtIn)
        {
            var entry = BuiltInEntry(plugin);
            entries.Add(entry);
            if (entry.IsOn(states))
            {
                plugins.Add(plugin);
            }
        }

        try
        {
            foreach (var load in Further(states))
            {
                Add(load, isStrict);
            }
        }
        catch
        {
            new PluginSet([], [], [], further).Unload();
            throw;
        }

        entries.AddRange(foreign.Entries(states, entries));
        var whole = WithoutOrphans(plugins, entries, isStrict);
        return new PluginSet(whole, [.. builtIn.Except(whole)], entries, further)
        {
            Installed = InstalledOf(whole, states),
        };

        void Add(Candidate candidate, bool mustLoad)
        {
            if (!candidate.IsOn)
            {
                entries.Add(candidate.Describe());
                return;
            }

            try
            {
                var loaded = candidate.Load();
                if (entries.Any(e => e.Name == loaded.Entry.Name))
                {
                    loaded.Context.Unload();
                    throw new PackageException("There is a plugin {name} already", [("name", loaded.Entry.Name)]);
                }

                further.Add(loaded);
                plugins.Add(loaded.Plugin);
                entries.Add(loaded.Entry);
            }
            catch (PergolaException failure) when (!mustLoad)
            {
                entries.Add(candidate.Entry with { Error = failure.Message });
            }
        }
    }

    private PluginEntry BuiltInEntry(Plugin plugin)
    {
        var described = PluginOrder.Describe(plugin);
        return new PluginEntry
        {
            Name = described.Name,
            PackageName = KnownPlugins.Find(described.Name)?.PackageName ?? $"@pergola/plugin-{described.Name}",
            Version = plugin.GetType().Assembly.GetName().Version?.ToString(3) ?? "0.0.0",
            Origin = PluginOrigin.BuiltIn,
            DependsOn = described.DependsOn,
            Provides = described.Provides,
            IsEssential = described.IsEssential,
            StartsEnabled = described.StartsEnabled || presets.Contains(described.Name),
            Title = described.Title,
            Description = described.Description,
        };
    }

    /// <summary>Of a plugin without a word about it, an installation that says anything has had it before.</summary>
    private static HashSet<string> InstalledOf(List<Plugin> plugins, PluginStates states) =>
        [
            .. plugins
                .Select(p => PluginOrder.Describe(p).Name)
                .Where(n => states.Find(n)?.Installed ?? states.All.Any()),
        ];

    private IEnumerable<Candidate> Further(PluginStates states)
    {
        foreach (var state in states.All.Where(s => s.Hash is not null))
        {
            var identity = new PackageIdentity(state.PackageName, state.Version ?? string.Empty);
            var entry = new PluginEntry
            {
                Name = state.Name,
                PackageName = state.PackageName,
                Version = identity.Version,
                Origin = PluginOrigin.Package,
                Hash = state.Hash,
            };
            yield return new Candidate(
                entry,
                state.Enabled,
                () => PluginLoader.Load(shelf.Open(identity, state.Hash), PluginOrigin.Package)
            )
            {
                Describe = () => Described(entry, identity),
            };
        }

        foreach (var candidate in development.Candidates(states))
        {
            yield return candidate;
        }
    }

    /// <summary>What the package of a plugin says of itself, without running it.</summary>
    private PluginEntry Described(PluginEntry entry, PackageIdentity identity)
    {
        try
        {
            var package = shelf.Open(identity, entry.Hash);
            return entry with
            {
                Title = package.Title ?? identity.Id,
                Description = package.Description,
                Authors = package.Authors,
                Homepage = package.Homepage,
                HasWebPart = package.WebFiles.ContainsKey("index.js"),
            };
        }
        catch (PergolaException failure)
        {
            return entry with { Error = failure.Message };
        }
    }

    /// <summary>Leaves out plugins whose needs were left out.</summary>
    private static List<Plugin> WithoutOrphans(List<Plugin> plugins, List<PluginEntry> entries, bool isStrict)
    {
        while (true)
        {
            var names = plugins.Select(p => PluginOrder.Describe(p).Name).ToHashSet(StringComparer.Ordinal);
            var orphan = plugins.FirstOrDefault(p => PluginOrder.Describe(p).DependsOn.Any(n => !names.Contains(n)));
            if (orphan is null)
            {
                return plugins;
            }

            var described = PluginOrder.Describe(orphan);
            var missing = described.DependsOn.First(n => !names.Contains(n));
            var message = $"It needs the plugin {missing}, which is not switched on";
            if (isStrict)
            {
                throw new BadRequestException(
                    "{plugin} needs the plugin {needed}, which is not switched on",
                    [("plugin", described.Name), ("needed", missing)]
                );
            }

            plugins.Remove(orphan);
            var index = entries.FindIndex(e => e.Name == described.Name);
            entries[index] = entries[index] with { Error = message };
        }
    }
}

/// <summary>A plugin that may become part of a generation.</summary>
internal sealed record Candidate(PluginEntry Entry, bool IsOn, Func<LoadedPlugin> Load)
{
    /// <summary>What is shown of it while it is switched off.</summary>
    public Func<PluginEntry> Describe { get; init; } = () => Entry;
}
