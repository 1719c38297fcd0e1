using Pergola.App.Actions;
using Pergola.App.Plugins.Feeds;
using Pergola.App.Plugins.Installed;

namespace Pergola.Plugins.PluginCatalog.Actions;

/// <summary><c>pm:npmVersionList</c>: versions of a package in the feed, the newest first.</summary>
[Reads]
internal sealed class ListVersions(PackageFeed feed, InstalledPlugins plugins) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        if (PluginNames.Of(context) is not [var given])
        {
            throw PluginNames.Invalid();
        }

        var id = plugins.States.Find(given)?.PackageName ?? given;
        var versions = await feed.VersionsAsync(id, context.Aborted);
        await context.WriteDataAsync(json =>
        {
            json.WriteStartArray();
            foreach (var version in versions)
            {
                json.WriteStringValue(version.Text);
            }

            json.WriteEndArray();
        });
    }
}

/// <summary><c>pm:feed</c>: packages of the feed that fit the words in <c>keyword</c>; whether there is a feed at all.</summary>
[Reads]
internal sealed class SearchFeed(PackageFeed feed) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var found = feed.IsThere ? await feed.SearchAsync(context.Params.Text("keyword") ?? "", context.Aborted) : [];
        await context.WriteDataAsync(json =>
        {
            json.WriteStartObject();
            json.WriteBoolean("isThere", feed.IsThere);
            json.WriteBoolean("allowsAdding", feed.AllowsAdding);
            json.WriteStartArray("packages");
            foreach (var package in found)
            {
                json.WriteStartObject();
                json.WriteString("packageName", package.Id);
                json.WriteString("version", package.Version);
                json.WriteString("title", package.Title);
                json.WriteString("description", package.Description);
                json.WriteString("authors", package.Authors);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }
}
