using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using Pergola.App.Plugins;
using Pergola.Core.Json;

namespace Pergola.App.Localization;

/// <summary>The texts that come with the product, by language and by the plugin they belong to.</summary>
public sealed class BuiltInTexts
{
    /// <summary>Namespace of the texts that belong to no plugin.</summary>
    public const string Platform = "platform";

    private const string Folder = "locales/";
    private readonly Dictionary<string, Dictionary<string, Dictionary<string, string>>> _texts = new(
        StringComparer.OrdinalIgnoreCase
    );

    /// <param name="sources">Assemblies with files <c>locales/*.json</c> inside.</param>
    public BuiltInTexts(IEnumerable<Assembly> sources)
    {
        foreach (var assembly in sources.Prepend(typeof(BuiltInTexts).Assembly).Distinct())
        {
            Load(assembly, NameOf(assembly));
        }
    }

    public IReadOnlyCollection<string> Locales => _texts.Keys;

    /// <summary>Names of the plugins with texts, in their order; <see cref="Platform"/> first.</summary>
    public IReadOnlyList<string> Namespaces =>
        [.. _texts.Values.SelectMany(l => l.Keys).Distinct(StringComparer.Ordinal)];

    /// <summary>Texts of one plugin in one language; empty when there are none.</summary>
    public IReadOnlyDictionary<string, string> Of(string locale, string name) =>
        _texts.TryGetValue(locale, out var spaces) && spaces.TryGetValue(name, out var texts)
            ? texts
            : FrozenDictionary<string, string>.Empty;

    private static string NameOf(Assembly assembly) =>
        assembly == typeof(BuiltInTexts).Assembly
            ? Platform
            : assembly
                .GetExportedTypes()
                .Select(t => t.GetCustomAttribute<PluginAttribute>()?.Name)
                .FirstOrDefault(n => n is not null)
                ?? assembly.GetName().Name!;

    private void Load(Assembly assembly, string name)
    {
        foreach (
            var file in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
        )
        {
            using var stream = assembly.GetManifestResourceStream(file)!;
            var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(stream, JsonText.Serializer) ?? [];
            var known = Space(Path.GetFileNameWithoutExtension(file[Folder.Length..]), name);
            foreach (var (key, text) in texts)
            {
                known[key] = text;
            }
        }
    }

    private Dictionary<string, string> Space(string locale, string name)
    {
        if (!_texts.TryGetValue(locale, out var spaces))
        {
            _texts[locale] = spaces = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        }

        if (!spaces.TryGetValue(name, out var texts))
        {
            spaces[name] = texts = new Dictionary<string, string>(StringComparer.Ordinal);
        }

        return texts;
    }
}
