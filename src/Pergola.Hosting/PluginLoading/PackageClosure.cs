using Pergola.App.Plugins.Feeds;
using Pergola.Hosting.PluginLoading.Packages;

namespace Pergola.Hosting.PluginLoading;

/// <summary>
/// Finds the packages that a plugin needs besides its own: what the product does not bring comes from the feed, in the least
/// version that will do. Whether that was enough is for <see cref="DependencyCheck"/> to say.
/// </summary>
internal sealed class PackageClosure(PackageFeed feed)
{
    private const int MaxPackages = 50;

    public async Task<IReadOnlyList<FetchedPackage>> FetchAsync(
        PluginPackage package,
        CancellationToken cancellationToken
    )
    {
        var fetched = new List<FetchedPackage>();
        var open = new Queue<PackageDependency>(package.Dependencies);
        var known = new HashSet<string>(package.Assemblies.Keys, StringComparer.OrdinalIgnoreCase);
        while (feed.IsThere && open.TryDequeue(out var wanted))
        {
            if (HostAssemblies.Contains(wanted.Id) || !known.Add(wanted.Id))
            {
                continue;
            }

            if (fetched.Count == MaxPackages)
            {
                throw new PackageException(
                    "The package {id} needs more than {limit} further packages",
                    [("id", package.Identity.Id), ("limit", $"{MaxPackages}")]
                );
            }

            if (await FetchAsync(wanted, cancellationToken) is { } found)
            {
                fetched.Add(found);
                found.Package.Dependencies.ToList().ForEach(open.Enqueue);
            }
        }

        return fetched;
    }

    private async Task<FetchedPackage?> FetchAsync(PackageDependency wanted, CancellationToken cancellationToken)
    {
        var range = VersionRange.Parse(wanted.Range);
        var version = (await feed.VersionsAsync(wanted.Id, cancellationToken)).LastOrDefault(range.Allows);
        if (version is null)
        {
            return null;
        }

        var file = await feed.DownloadAsync(wanted.Id, version.Text, cancellationToken);
        return new FetchedPackage(PackageReader.Read(file), file);
    }
}

/// <param name="Package">What is in it.</param>
/// <param name="File">The file as it came.</param>
internal sealed record FetchedPackage(PluginPackage Package, byte[] File);
