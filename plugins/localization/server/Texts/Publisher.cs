using Pergola.App.Localization;
using Pergola.App.Signals;
using Pergola.Data.Dialects;

namespace Pergola.Plugins.Localization.Texts;

/// <summary>Puts what people translated before the texts of the product, for server and clients at once.</summary>
internal sealed class Publisher
{
    private const string Topic = "published-texts";
    private readonly TextTables _tables;
    private readonly TextCatalog _catalog;
    private readonly Database _database;
    private readonly ChangeSignals _signals;

    public Publisher(TextTables tables, TextCatalog catalog, Database database, ChangeSignals signals)
    {
        _database = database;
        _tables = tables;
        _catalog = catalog;
        _signals = signals;
        signals.On(Topic, async (_, token) => await LoadAsync(token));
    }

    /// <summary>Has every generation of every node take up what is stored.</summary>
    public Task PublishAsync(CancellationToken cancellationToken) =>
        _signals.RaiseAsync(_database, Topic, cancellationToken);

    /// <summary>Takes up what is stored.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken) =>
        _catalog.Publish(await ReadAsync(cancellationToken));

    /// <summary>How many translations were changed, added or removed since they were published.</summary>
    public async Task<int> CountUnpublishedAsync(CancellationToken cancellationToken)
    {
        var stored = (await ReadAsync(cancellationToken)).ToDictionary(Key, t => t.Translation);
        var published = _catalog.Published.ToDictionary(Key, t => t.Translation);
        return stored.Count(t => !published.TryGetValue(t.Key, out var text) || text != t.Value)
            + published.Keys.Count(key => !stored.ContainsKey(key));

        static (string, string, string) Key(PublishedText text) => (text.Locale, text.Namespace, text.Text);
    }

    private async Task<IReadOnlyList<PublishedText>> ReadAsync(CancellationToken cancellationToken)
    {
        var texts = (await _tables.ReadTextsAsync(cancellationToken)).ToDictionary(t => t.Id);
        return
        [
            .. (await _tables.ReadTranslationsAsync(locale: null, cancellationToken))
                .Where(t => texts.ContainsKey(t.TextId))
                .Select(t => new PublishedText(t.Locale, texts[t.TextId].Namespace, texts[t.TextId].Text, t.Text))
                .DistinctBy(t => (t.Locale, t.Namespace, t.Text)),
        ];
    }
}
