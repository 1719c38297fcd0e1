using Pergola.App.Lifecycle;
using Pergola.App.Plugins.Installed;
using Pergola.Core.Errors;

namespace Pergola.Hosting.Apps;

/// <summary>Works out what an installation says of its plugins after a command.</summary>
internal static class PluginChange
{
    /// <summary>The states that a command writes; none where everything is as it asks already.</summary>
    /// <exception cref="BadRequestException">It cannot be; the message names the plugin and why.</exception>
    public static IReadOnlyList<PluginState> Of(SwitchPlugins command, InstalledPlugins.Content plugins)
    {
        var names = command.Plugins.Select(KnownPlugins.ShortName).Distinct(StringComparer.Ordinal).ToList();
        foreach (var name in names)
        {
            CheckExists(name, plugins);
            if (command.On)
            {
                CheckRunsHere(name, plugins);
            }
            else
            {
                CheckMayEnd(name, names, plugins);
            }
        }

        return [.. names.Select(n => Switched(n, command.On, plugins)).OfType<PluginState>()];
    }

    /// <summary>The states of plugins that are to be removed.</summary>
    /// <exception cref="BadRequestException">One did not come in a package, or is needed.</exception>
    public static IReadOnlyList<PluginState> Of(RemovePlugins command, InstalledPlugins.Content plugins)
    {
        var names = command.Plugins.Distinct(StringComparer.Ordinal).ToList();
        foreach (var name in names)
        {
            CheckExists(name, plugins);
            CheckRunsHere(name, plugins);
            CheckMayEnd(name, names, plugins);
        }

        return
        [
            .. names.Select(name =>
                plugins.States.Find(name) is { Hash: not null } state
                    ? state
                    : throw new BadRequestException(
                        "The plugin {name} is a part of the product and cannot be removed",
                        [("name", name)]
                    )
            ),
        ];
    }

    private static PluginState? Switched(string name, bool on, InstalledPlugins.Content plugins)
    {
        var state = plugins.States.Find(name);
        var entry = plugins.Find(name);
        var isOn = entry?.IsOn(plugins.States) ?? state?.Enabled ?? false;

        // What nodes talk over is set by the environment; there is nothing to remember.
        if (isOn == on || KnownPlugins.Find(name) is { Adapter: true })
        {
            return null;
        }

        state ??= new PluginState(
            name,
            entry?.PackageName ?? KnownPlugins.Find(name)?.PackageName ?? name,
            entry?.Version,
            Enabled: false,
            Installed: false,
            BuiltIn: false
        );
        return state with
        {
            Enabled = on,
            Installed = state.Installed || on,
            Version = entry?.Version ?? state.Version,
        };
    }

    private static void CheckExists(string name, InstalledPlugins.Content plugins)
    {
        if (plugins.Find(name) is null && plugins.States.Find(name) is null && KnownPlugins.Find(name) is null)
        {
            throw new BadRequestException(
                "There is no plugin {name}: it is neither a part of Pergola nor installed",
                [("name", name)]
            );
        }
    }

    private static void CheckRunsHere(string name, InstalledPlugins.Content plugins)
    {
        if (plugins.Find(name) is { Origin: PluginOrigin.Node })
        {
            throw new BadRequestException(
                "The plugin {name} is written in JavaScript for NocoBase and cannot run here",
                [("name", name)]
            );
        }
    }

    private static void CheckMayEnd(string name, List<string> names, InstalledPlugins.Content plugins)
    {
        if ((plugins.Find(name) ?? plugins.ProviderOf(name)) is { IsEssential: true })
        {
            throw new BadRequestException(
                "The plugin {name} is a part of the product and cannot be switched off",
                [("name", name)]
            );
        }

        var dependent = plugins.Entries.FirstOrDefault(e =>
            e.DependsOn.Contains(name) && !names.Contains(e.Name) && e.IsOn(plugins.States)
        );
        if (dependent is not null)
        {
            throw new BadRequestException(
                "The plugin {name} is needed by {dependent}; switch that off first",
                [("name", name), ("dependent", dependent.Name)]
            );
        }
    }
}
