using System.Text.Json;
using Pergola.App.Plugins.Installed;

namespace Pergola.Plugins.PluginCatalog.Listing;

/// <summary>Writes listed plugins in the form of the wire contract; what is ours beyond it is below <c>packageJson</c>.</summary>
internal static class PluginJson
{
    public static void WriteSummary(Utf8JsonWriter json, ListedPlugin plugin)
    {
        json.WriteStartObject();
        json.WriteString("displayName", plugin.DisplayName);
        json.WriteString("packageName", plugin.PackageName);
        json.WriteBoolean("enabled", plugin.Enabled);
        json.WriteString("description", plugin.Description);
        json.WriteEndObject();
    }

    /// <summary>The plugins that are on, each with addresses of what clients load of it.</summary>
    public static void WriteEnabled(
        Utf8JsonWriter json,
        IEnumerable<ListedPlugin> plugins,
        Action<Utf8JsonWriter, ListedPlugin> writeAddresses
    )
    {
        json.WriteStartArray();
        foreach (var plugin in plugins.Where(p => p.Enabled))
        {
            json.WriteStartObject();
            json.WriteString("name", plugin.Name);
            json.WriteString("packageName", plugin.PackageName);
            json.WriteNull("options");
            writeAddresses(json, plugin);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter json, ListedPlugin plugin)
    {
        json.WriteStartObject();
        json.WriteString("packageName", plugin.PackageName);
        json.WriteString("name", plugin.Name);
        json.WriteString("version", plugin.Version);
        json.WriteBoolean("enabled", plugin.Enabled);
        json.WriteBoolean("installed", plugin.Installed);
        WriteFlag(json, "builtIn", plugin.BuiltIn);
        json.WriteStartArray("keywords");
        json.WriteStringValue(plugin.Keyword);
        json.WriteEndArray();
        json.WriteString("homepage", HomepageOf(plugin));
        WritePackage(json, plugin);
        json.WriteBoolean("removable", plugin.Removable);
        json.WriteString("displayName", plugin.DisplayName);
        json.WriteString("description", plugin.Description);
        json.WriteBoolean("isCompatible", plugin.Entry?.Origin != PluginOrigin.Node);
        json.WriteStartArray("depsCompatible");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string HomepageOf(ListedPlugin plugin) =>
        plugin.Entry?.Homepage ?? $"https://docs.nocobase.com/handbook/{plugin.Name}";

    private static void WritePackage(Utf8JsonWriter json, ListedPlugin plugin)
    {
        json.WriteStartObject("packageJson");
        json.WriteString("name", plugin.PackageName);
        json.WriteString("version", plugin.Version);
        json.WriteString("displayName", plugin.DisplayName);
        json.WriteString("description", plugin.Description);
        json.WriteStartObject("pergola");
        json.WriteString("presence", NameOf(plugin.Presence));
        json.WriteString("origin", NameOf(plugin.Entry?.Origin));
        json.WriteStartArray("needs");
        foreach (var needed in plugin.Needs)
        {
            json.WriteStringValue(needed);
        }

        json.WriteEndArray();
        json.WriteBoolean("deprecated", plugin.Deprecated);
        json.WriteString("authors", plugin.Entry?.Authors);
        json.WriteString("hash", plugin.Entry?.Hash);
        json.WriteString("error", plugin.Entry?.Error);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string NameOf(Presence presence) =>
        presence switch
        {
            Presence.Switchable => "switchable",
            Presence.AlwaysOn => "always-on",
            _ => "name-only",
        };

    private static string NameOf(PluginOrigin? origin) =>
        origin switch
        {
            PluginOrigin.BuiltIn => "built-in",
            PluginOrigin.Package => "package",
            PluginOrigin.Development => "development",
            PluginOrigin.Node => "node",
            _ => "none",
        };

    private static void WriteFlag(Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } flag)
        {
            json.WriteBoolean(name, flag);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
