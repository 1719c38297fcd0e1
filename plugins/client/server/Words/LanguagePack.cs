using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Pergola.App.Localization;
using Pergola.Core.Json;

namespace Pergola.Plugins.Client.Words;

/// <summary>
/// The texts of a language as clients get them: those of each plugin under its name and the name of its package, and beside them
/// what people translated. Made once for as long as nothing new is published.
/// </summary>
internal sealed class LanguagePack(TextCatalog catalog, ComponentWords words)
{
    private const string Package = "@nocobase/plugin-";

    /// <summary>Namespace with what was published for texts of the product, whichever plugin they belong to.</summary>
    private const string AllPublished = "lm-published";

    private const int MostKept = 100;
    private volatile Kept _kept = new([]);

    /// <param name="locale">The language.</param>
    /// <param name="wanted">Names of namespaces; null for all.</param>
    public LanguageAnswer Of(string locale, IReadOnlyList<string>? wanted)
    {
        var kept = _kept;
        var published = catalog.Published;
        if (kept.Published != published)
        {
            _kept = kept = new Kept(published);
        }

        var key = wanted is null ? locale : $"{locale} {string.Join(',', wanted)}";
        if (kept.Answers.TryGetValue(key, out var known))
        {
            return known;
        }

        var made = Make(locale, wanted, published);
        if (kept.Answers.Count < MostKept)
        {
            kept.Answers[key] = made;
        }

        return made;
    }

    private LanguageAnswer Make(string locale, IReadOnlyList<string>? wanted, IReadOnlyList<PublishedText> published)
    {
        var own = published
            .Where(t => t.Locale.Equals(locale, StringComparison.OrdinalIgnoreCase))
            .ToLookup(t => t.Namespace, StringComparer.Ordinal);
        var all = catalog.BuiltIn.Namespaces;
        var names =
            wanted
            ??
            [
                .. all.SelectMany(n => new[] { n, Package + n })
                    .Concat(own.Select(g => g.Key))
                    .Distinct(StringComparer.Ordinal),
            ];
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, JsonText.Writer))
        {
            json.WriteStartObject();
            json.WriteString("lang", locale);
            json.WriteStartObject("resources");
            foreach (var name in names)
            {
                WriteNamespace(json, name, locale, own);
            }

            json.WriteEndObject();
            foreach (var property in words.Of(locale).EnumerateObject())
            {
                property.WriteTo(json);
            }

            json.WriteEndObject();
        }

        var bytes = output.WrittenSpan.ToArray();
        return new LanguageAnswer(bytes, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}\"");
    }

    private void WriteNamespace(
        Utf8JsonWriter json,
        string name,
        string locale,
        ILookup<string, PublishedText> published
    )
    {
        var plugin = name.StartsWith(Package, StringComparison.Ordinal) ? name[Package.Length..] : name;
        var texts = new Dictionary<string, string>(catalog.BuiltIn.Of(locale, plugin), StringComparer.Ordinal);
        var own =
            name == AllPublished ? published.Where(g => !IsOfPeople(g.Key)).SelectMany(g => g) : published[plugin];
        foreach (var text in own)
        {
            texts[text.Text] = text.Translation;
        }

        json.WriteStartObject(name);
        foreach (var (key, text) in texts)
        {
            json.WriteString(key, text);
        }

        json.WriteEndObject();
    }

    /// <summary>Titles people gave are no texts of the product, even where they sound the same.</summary>
    private static bool IsOfPeople(string name) => name.StartsWith("lm-", StringComparison.Ordinal);

    private sealed record Kept(IReadOnlyList<PublishedText> Published)
    {
        public ConcurrentDictionary<string, LanguageAnswer> Answers { get; } = new(StringComparer.Ordinal);
    }
}

/// <summary>The value of an answer, and a tag that is another one when it is.</summary>
internal sealed record LanguageAnswer(byte[] Json, string Tag);
