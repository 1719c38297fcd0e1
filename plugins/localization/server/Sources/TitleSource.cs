using System.Runtime.CompilerServices;
using System.Text.Json;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.Data.Schema;
using Pergola.Plugins.Localization.Texts;

namespace Pergola.Plugins.Localization.Sources;

/// <summary>Titles that people gave: to collections, fields and choices, and in fields that are to be translated.</summary>
internal sealed class TitleSource(RecordReader reader, SchemaStore schemas) : ITextSource
{
    public const string Module = TextEntry.ModulePrefix + "lm-collections";

    public string Name => "db";

    public string Title => "Collections, fields and titles";

    public static bool IsTranslated(ColumnField column) => column.Definition.Flag("translation") ?? false;

    /// <summary>Templates name a text that is known elsewhere.</summary>
    public static bool IsTitle(string text) =>
        text.Length is > 0 and <= TextLimits.Text && !text.TrimStart().StartsWith("{{", StringComparison.Ordinal);

    public static string ModuleOf(Collection collection) =>
        collection.Name is RouteSource.Routes ? RouteSource.Module : Module;

    public async IAsyncEnumerable<(string Module, string Text)> ReadAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var schema = schemas.Current;
        var titles = schema.Collections.Where(c => !c.Definition.IsCode).SelectMany(TitlesOf);
        foreach (var title in titles.Where(IsTitle))
        {
            yield return (Module, title);
        }

        foreach (var column in schema.Collections.SelectMany(c => c.Columns).Where(IsTranslated))
        {
            foreach (var text in await ValuesAsync(column, cancellationToken))
            {
                yield return (ModuleOf(column.Collection), text);
            }
        }
    }

    private static IEnumerable<string> TitlesOf(Collection collection)
    {
        yield return collection.Title;
        foreach (var field in collection.Definition.Fields)
        {
            var ui = field.Options.Get("uiSchema") ?? default;
            if (ui.Text("title") is { } title)
            {
                yield return title;
            }

            if (ui.Get("enum") is { ValueKind: JsonValueKind.Array } choices)
            {
                foreach (var choice in choices.EnumerateArray())
                {
                    yield return choice.Text("label") ?? string.Empty;
                }
            }
        }
    }

    private async Task<IEnumerable<string>> ValuesAsync(ColumnField column, CancellationToken cancellationToken)
    {
        var query = new RecordQuery(column.Collection) { Selection = new Selection([column], []) };
        using var page = await reader.ReadAsync(query, cancellationToken);
        return RecordReader
            .ToJson(page)
            .EnumerateArray()
            .Select(r => r.Text(column.Name))
            .OfType<string>()
            .Where(IsTitle);
    }
}
