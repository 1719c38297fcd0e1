using System.Runtime.CompilerServices;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.Data.Schema;
using Pergola.Plugins.Localization.Texts;

namespace Pergola.Plugins.Localization.Sources;

/// <summary>Titles of the pages in the menu, where an app has pages.</summary>
internal sealed class RouteSource(RecordReader reader, SchemaStore schemas) : ITextSource
{
    public const string Routes = "desktopRoutes";

    public const string Module = TextEntry.ModulePrefix + "lm-desktop-routes";

    public string Name => "desktop-routes";

    public string Title => "Pages in the menu";

    public async IAsyncEnumerable<(string Module, string Text)> ReadAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        if (!schemas.Current.TryGet(Routes, out var routes) || !routes.TryGetColumn("title", out var title))
        {
            yield break;
        }

        var query = new RecordQuery(routes) { Selection = new Selection([title], []) };
        using var page = await reader.ReadAsync(query, cancellationToken);
        foreach (var row in RecordReader.ToJson(page).EnumerateArray())
        {
            if (row.Text(title.Name) is { } text && TitleSource.IsTitle(text))
            {
                yield return (Module, text);
            }
        }
    }
}
