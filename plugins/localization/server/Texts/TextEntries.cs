using Pergola.App.Localization;

namespace Pergola.Plugins.Localization.Texts;

/// <summary>The texts with what they are in a language.</summary>
internal sealed class TextEntries(TextTables tables, TextCatalog catalog)
{
    public async Task<IReadOnlyList<TranslatedText>> ReadAsync(string locale, CancellationToken cancellationToken)
    {
        var own = (await tables.ReadTranslationsAsync(locale, cancellationToken))
            .DistinctBy(t => t.TextId)
            .ToDictionary(t => t.TextId);
        var builtIn = catalog.BuiltIn;
        return
        [
            .. from text in await tables.ReadTextsAsync(cancellationToken)
            orderby text.Module, text.Text
            let known = builtIn.Of(locale, text.Namespace).GetValueOrDefault(text.Text)
            select new TranslatedText(text, own.GetValueOrDefault(text.Id), known),
        ];
    }
}

/// <summary>A text in a language.</summary>
/// <param name="Entry">The text.</param>
/// <param name="Own">What people made of it; null for nothing.</param>
/// <param name="BuiltIn">What came with the product; null for nothing.</param>
internal sealed record TranslatedText(TextEntry Entry, Translation? Own, string? BuiltIn)
{
    public string? Shown => Own?.Text ?? BuiltIn;
}
