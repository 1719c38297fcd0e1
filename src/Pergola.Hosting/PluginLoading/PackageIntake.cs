using Pergola.App.Lifecycle;
using Pergola.App.Plugins.Feeds;
using Pergola.App.Plugins.Installed;
using Pergola.Core.Errors;
using Pergola.Hosting.PluginLoading.Packages;
using Pergola.Hosting.PluginLoading.Trials;

namespace Pergola.Hosting.PluginLoading;

/// <summary>Takes packages in: reads them, looks whether what they need is there, tries them, and puts them on the shelf.</summary>
internal sealed class PackageIntake(PackageFeed feed, PackageShelf shelf, PluginTrial trial)
{
    private readonly PackageClosure _closure = new(feed);

    /// <returns>What the installation says of the plugin from now on.</returns>
    /// <exception cref="BadRequestException">It cannot be taken; the message says why.</exception>
    public async Task<PluginState> TakeAsync(
        AppCommand command,
        InstalledPlugins.Content plugins,
        CancellationToken cancellationToken
    )
    {
        var (file, isUpdate) = command switch
        {
            AddPackage add => (add.Package, add.IsUpdate),
            AddFromFeed add => (await DownloadAsync(add, cancellationToken), add.IsUpdate),
            _ => throw new NotSupportedException(command.Name),
        };
        var package = new FetchedPackage(PackageReader.Read(file), file);
        var needed = await _closure.FetchAsync(package.Package, cancellationToken);
        var whole = PackageShelf.Merge(package.Package, needed.Select(n => n.Package));
        DependencyCheck.Run(package.Package.Identity, whole.Assemblies);
        var plugin = await trial.RunAsync(package, needed, cancellationToken);
        var state = StateOf(plugin, package.Package, plugins, isUpdate);
        await shelf.AddAsync(package, needed, cancellationToken);
        return state;
    }

    /// <summary>Throws away the files of a package.</summary>
    public Task RemoveAsync(string packageName, CancellationToken cancellationToken) =>
        shelf.RemoveAsync(packageName, cancellationToken);

    private async Task<byte[]> DownloadAsync(AddFromFeed add, CancellationToken cancellationToken)
    {
        var version = add.Version;
        if (version is null)
        {
            var versions = await feed.VersionsAsync(add.Id, cancellationToken);
            version =
                versions.OrderBy(v => v.IsPreview).FirstOrDefault()?.Text
                ?? throw new FeedException("The package feed has no {id}", [("id", add.Id)]);
        }

        return await feed.DownloadAsync(add.Id, version, cancellationToken);
    }

    private static PluginState StateOf(
        PluginEntry plugin,
        PluginPackage package,
        InstalledPlugins.Content plugins,
        bool isUpdate
    )
    {
        var there = plugins.Find(plugin.Name);
        var state = plugins.States.Find(plugin.Name);
        if (there is { Origin: not PluginOrigin.Package } || KnownPlugins.Find(plugin.Name) is not null)
        {
            throw new PackageException("The name {name} belongs to a plugin of the product", [("name", plugin.Name)]);
        }

        if (
            state is { Hash: not null }
            && !state.PackageName.Equals(package.Identity.Id, StringComparison.OrdinalIgnoreCase)
        )
        {
            throw new PackageException(
                "There is a plugin {name} already, from the package {package}",
                [("name", plugin.Name), ("package", state.PackageName)]
            );
        }

        if (isUpdate && state is not { Hash: not null })
        {
            throw new PackageException("There is no plugin {name} to be updated", [("name", plugin.Name)]);
        }

        if (!isUpdate && state is { Hash: not null } && state.Hash != package.Hash)
        {
            throw new PackageException(
                "There is a plugin {name} {version} already; update it instead",
                [("name", plugin.Name), ("version", state.Version ?? "?")]
            );
        }

        state ??= new PluginState(
            plugin.Name,
            package.Identity.Id,
            null,
            Enabled: false,
            Installed: false,
            BuiltIn: false
        );
        return state with
        {
            PackageName = package.Identity.Id,
            Version = package.Identity.Version,
            Hash = package.Hash,
        };
    }
}
