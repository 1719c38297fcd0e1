using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Plugins.Localization.Texts;

namespace Pergola.Plugins.Localization.Actions;

/// <summary>
/// <c>localizationTexts:list</c>: texts with what they are in a language. <c>translation</c> is what people made of a text, else what
/// came with the product, which is also in <c>builtIn</c>; <c>meta</c> has the modules and how much is not published.
/// </summary>
[Reads]
internal sealed class ListTexts(TextEntries entries, Publisher publisher) : IAction
{
    private const int DefaultPageSize = 20;

    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var locale = LocaleName.Of(context);
        var all = await entries.ReadAsync(locale, context.Aborted);
        var found = all.Where(t => Matches(t, context)).ToList();
        var (page, size) = (context.Params.Page, context.Params.PageSize ?? DefaultPageSize);
        var shown = context.Params.Paginate ? found.Skip((page - 1) * size).Take(size).ToList() : found;
        var unpublished = await publisher.CountUnpublishedAsync(context.Aborted);
        await context.WritePageAsync(
            json => WriteRows(json, shown, locale),
            meta =>
            {
                meta.WriteStartObject();
                meta.WriteNumber("count", found.Count);
                meta.WriteNumber("page", page);
                meta.WriteNumber("pageSize", size);
                meta.WriteNumber("totalPage", (found.Count + size - 1) / size);
                meta.WriteNumber("unpublished", unpublished);
                WriteModules(meta, all);
                meta.WriteEndObject();
            }
        );
    }

    private static bool Matches(TranslatedText text, ActionContext context)
    {
        if (context.Params.Text("module") is { Length: > 0 } module && text.Entry.Module != module)
        {
            return false;
        }

        if (
            context.Params.Text("hasTranslation") is { Length: > 0 } wanted
            && (text.Shown is not null) != (wanted is "true" or "1")
        )
        {
            return false;
        }

        return context.Params.Text("keyword") is not { Length: > 0 } keyword
            || text.Entry.Text.Contains(keyword, StringComparison.OrdinalIgnoreCase)
            || text.Shown?.Contains(keyword, StringComparison.OrdinalIgnoreCase) == true;
    }

    private static void WriteRows(Utf8JsonWriter json, List<TranslatedText> rows, string locale)
    {
        json.WriteStartArray();
        foreach (var row in rows)
        {
            json.WriteStartObject();
            // Numbers of that size do not fit into those of clients.
            json.WriteString("id", $"{row.Entry.Id}");
            json.WriteString("module", row.Entry.Module);
            json.WriteString("moduleTitle", row.Entry.Namespace);
            json.WriteString("text", row.Entry.Text);
            json.WriteString("locale", locale);
            json.WriteString("translation", row.Shown);
            json.WriteString("builtIn", row.BuiltIn);
            if (row.Own is { } own)
            {
                json.WriteNumber("translationId", own.Id);
            }
            else
            {
                json.WriteNull("translationId");
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteModules(Utf8JsonWriter meta, IReadOnlyList<TranslatedText> all)
    {
        meta.WriteStartArray("modules");
        foreach (var module in all.Select(t => t.Entry).DistinctBy(t => t.Module))
        {
            meta.WriteStartObject();
            meta.WriteString("name", module.Module);
            meta.WriteString("title", module.Namespace);
            meta.WriteEndObject();
        }

        meta.WriteEndArray();
    }
}
