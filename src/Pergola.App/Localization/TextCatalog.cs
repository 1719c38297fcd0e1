using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Pergola.Core.Json;

namespace Pergola.App.Localization;

/// <summary>The texts of a generation by language, from the files <c>locales/*.json</c> inside the assemblies.</summary>
public sealed class TextCatalog
{
    private const string Folder = "locales/";
    private readonly FrozenDictionary<string, Texts> _byLocale;
    private readonly Texts _default;

    public TextCatalog(IEnumerable<Assembly> sources, LocalizationOptions options)
    {
        var all = new Dictionary<string, Dictionary<string, string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var assembly in sources.Prepend(typeof(TextCatalog).Assembly).Distinct())
        {
            Load(assembly, all);
        }

        _byLocale = all.ToFrozenDictionary(
            l => l.Key,
            l => new Texts(l.Key, l.Value.ToFrozenDictionary(StringComparer.Ordinal)),
            StringComparer.OrdinalIgnoreCase
        );
        _default = Find(options.DefaultLocale) ?? Texts.English;
    }

    /// <summary>Language of a request: <c>X-Locale</c>, <c>?locale=</c>, <c>Accept-Language</c>, the server's default.</summary>
    public Texts For(HttpRequest request)
    {
        if (Find(request.Headers["X-Locale"]) is { } asked)
        {
            return asked;
        }

        if (MentionsLocale(request) && Find(request.Query["locale"]) is { } inQuery)
        {
            return inQuery;
        }

        foreach (var language in request.Headers.AcceptLanguage.ToString().Split(','))
        {
            if (Find(language.Split(';')[0].Trim()) is { } accepted)
            {
                return accepted;
            }
        }

        return _default;
    }

    /// <summary>Most requests do not, and need no second look at their query string.</summary>
    private static bool MentionsLocale(HttpRequest request) =>
        request.QueryString.Value?.Contains("locale=", StringComparison.Ordinal) ?? false;

    /// <summary>A language by its code, or another region of the same language.</summary>
    private Texts? Find(string? locale)
    {
        if (string.IsNullOrEmpty(locale) || locale == "*")
        {
            return null;
        }

        if (_byLocale.TryGetValue(locale, out var texts))
        {
            return texts;
        }

        var language = locale.Split('-')[0] + "-";
        return _byLocale
            .Where(l => l.Key.StartsWith(language, StringComparison.OrdinalIgnoreCase))
            .Select(l => l.Value)
            .FirstOrDefault();
    }

    private static void Load(Assembly assembly, Dictionary<string, Dictionary<string, string>> all)
    {
        foreach (
            var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
        )
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(stream, JsonText.Serializer) ?? [];
            var locale = Path.GetFileNameWithoutExtension(name[Folder.Length..]);
            if (!all.TryGetValue(locale, out var known))
            {
                all[locale] = known = new Dictionary<string, string>(StringComparer.Ordinal);
            }

            foreach (var (key, text) in texts)
            {
                known[key] = text;
            }
        }
    }
}
