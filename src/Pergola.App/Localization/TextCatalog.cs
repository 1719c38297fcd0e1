using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;

namespace Pergola.App.Localization;

/// <summary>The texts of a generation by language: those that came with it, and before them what was published in the app.</summary>
public sealed class TextCatalog
{
    private readonly string _defaultLocale;
    private volatile State _state;

    public TextCatalog(BuiltInTexts builtIn, LocalizationOptions options)
    {
        BuiltIn = builtIn;
        _defaultLocale = options.DefaultLocale;
        _state = Compose([]);
    }

    public BuiltInTexts BuiltIn { get; }

    /// <summary>What was published, in no order.</summary>
    public IReadOnlyList<PublishedText> Published => _state.Published;

    /// <summary>Replaces all that was published before.</summary>
    public void Publish(IReadOnlyList<PublishedText> texts) => _state = Compose(texts);

    /// <summary>Language of a request: <c>X-Locale</c>, <c>?locale=</c>, <c>Accept-Language</c>, the server's default.</summary>
    public Texts For(HttpRequest request)
    {
        var state = _state;
        if (Find(state, request.Headers["X-Locale"]) is { } asked)
        {
            return asked;
        }

        if (MentionsLocale(request) && Find(state, request.Query["locale"]) is { } inQuery)
        {
            return inQuery;
        }

        foreach (var language in request.Headers.AcceptLanguage.ToString().Split(','))
        {
            if (Find(state, language.Split(';')[0].Trim()) is { } accepted)
            {
                return accepted;
            }
        }

        return state.Default;
    }

    private State Compose(IReadOnlyList<PublishedText> published)
    {
        var all = new Dictionary<string, Dictionary<string, string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var locale in BuiltIn.Locales)
        {
            var texts = all[locale] = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (key, text) in BuiltIn.Namespaces.SelectMany(name => BuiltIn.Of(locale, name)))
            {
                texts[key] = text;
            }
        }

        foreach (var text in published)
        {
            if (!all.TryGetValue(text.Locale, out var texts))
            {
                all[text.Locale] = texts = new Dictionary<string, string>(StringComparer.Ordinal);
            }

            texts[text.Text] = text.Translation;
        }

        var byLocale = all.ToFrozenDictionary(
            l => l.Key,
            l => new Texts(l.Key, l.Value.ToFrozenDictionary(StringComparer.Ordinal)),
            StringComparer.OrdinalIgnoreCase
        );
        return new State(byLocale, Find(byLocale, _defaultLocale) ?? Texts.English, published);
    }

    /// <summary>Most requests do not, and need no second look at their query string.</summary>
    private static bool MentionsLocale(HttpRequest request) =>
        request.QueryString.Value?.Contains("locale=", StringComparison.Ordinal) ?? false;

    private static Texts? Find(State state, string? locale) => Find(state.ByLocale, locale);

    /// <summary>A language by its code, or another region of the same language.</summary>
    private static Texts? Find(FrozenDictionary<string, Texts> byLocale, string? locale)
    {
        if (string.IsNullOrEmpty(locale) || locale == "*")
        {
            return null;
        }

        if (byLocale.TryGetValue(locale, out var texts))
        {
            return texts;
        }

        var language = locale.Split('-')[0] + "-";
        return byLocale
            .Where(l => l.Key.StartsWith(language, StringComparison.OrdinalIgnoreCase))
            .Select(l => l.Value)
            .FirstOrDefault();
    }

    private sealed record State(
        FrozenDictionary<string, Texts> ByLocale,
        Texts Default,
        IReadOnlyList<PublishedText> Published
    );
}
