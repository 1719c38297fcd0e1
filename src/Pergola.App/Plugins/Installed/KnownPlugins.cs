using System.Collections.Frozen;
using System.Text.Json;

namespace Pergola.App.Plugins.Installed;

/// <summary>The plugins of NocoBase that are known by name, those of a new installation first and in its order.</summary>
public static class KnownPlugins
{
    private const string File = "known-plugins.json";
    private static readonly string[] Prefixes =
    [
        "@nocobase/plugin-sample-",
        "@nocobase/plugin-",
        "@nocobase/preset-",
        "plugin-",
    ];

    public static IReadOnlyList<KnownPlugin> All { get; } = Read();

    private static readonly FrozenDictionary<string, KnownPlugin> ByName = All.ToFrozenDictionary(
        p => p.Name,
        StringComparer.Ordinal
    );

    public static KnownPlugin? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The short name of a plugin given by it or by the name of its package.</summary>
    public static string ShortName(string name)
    {
        foreach (var prefix in Prefixes)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal) && ByName.ContainsKey(name[prefix.Length..]))
            {
                return name[prefix.Length..];
            }
        }

        return name;
    }

    private static KnownPlugin[] Read()
    {
        using var stream = typeof(KnownPlugins).Assembly.GetManifestResourceStream(File)!;
        return JsonSerializer.Deserialize<KnownPlugin[]>(stream, JsonSerializerOptions.Web)!;
    }
}
