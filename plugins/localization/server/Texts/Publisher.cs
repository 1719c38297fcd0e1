using Pergola.App.Localization;

namespace Pergola.Plugins.Localization.Texts;

/// <summary>Puts what people translated before the texts of the product, for server and clients at once.</summary>
internal sealed class Publisher(TextTables tables, TextCatalog catalog)
{
    public async Task PublishAsync(CancellationToken cancellationToken) =>
        catalog.Publish(await ReadAsync(cancellationToken));

    /// <summary>How many translations were changed, added or removed since they were published.</summary>
    public async Task<int> CountUnpublishedAsync(CancellationToken cancellationToken)
    {
        var stored = (await ReadAsync(cancellationToken)).ToDictionary(Key, t => t.Translation);
        var published = catalog.Published.ToDictionary(Key, t => t.Translation);
        return stored.Count(t => !published.TryGetValue(t.Key, out var text) || text != t.Value)
            + published.Keys.Count(key => !stored.ContainsKey(key));

        static (string, string, string) Key(PublishedText text) => (text.Locale, text.Namespace, text.Text);
    }

    private async Task<IReadOnlyList<PublishedText>> ReadAsync(CancellationToken cancellationToken)
    {
        var texts = (await tables.ReadTextsAsync(cancellationToken)).ToDictionary(t => t.Id);
        return
        [
            .. (await tables.ReadTranslationsAsync(locale: null, cancellationToken))
                .Where(t => texts.ContainsKey(t.TextId))
                .Select(t => new PublishedText(t.Locale, texts[t.TextId].Namespace, texts[t.TextId].Text, t.Text))
                .DistinctBy(t => (t.Locale, t.Namespace, t.Text)),
        ];
    }
}
