using System.Security.Cryptography;
using System.Text;

namespace Pergola.Plugins.PluginCatalog.Listing;

/// <summary>
/// Where clients find the web parts of plugins. The hash in an address is made of what the file is, so that it is the same on
/// every node and changes with the file.
/// </summary>
internal static class PluginUrls
{
    public static string Of(ListedPlugin plugin, string file)
    {
        var content = plugin.Entry?.Hash is { Length: > 0 } hash ? hash : plugin.Version;
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{plugin.PackageName} {file} {content}"));
        return $"/static/plugins/{plugin.PackageName}/{file}?hash={Convert.ToHexStringLower(digest)[..8]}";
    }
}
