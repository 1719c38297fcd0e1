using Pergola.Data.Dialects;
using Pergola.Plugins.Localization.Collections;
using Pergola.Plugins.Localization.Sources;

namespace Pergola.Plugins.Localization.Texts;

/// <summary>Brings the table of texts up to date with where texts are.</summary>
internal sealed class TextCollector(TextTables tables, Database database)
{
    private static readonly string[] Locks = [LocalizationTextsCollection.Name];

    /// <returns>How many were new.</returns>
    public async Task<int> CollectAsync(IEnumerable<ITextSource> sources, CancellationToken cancellationToken)
    {
        var found = new HashSet<(string Module, string Text)>();
        foreach (var source in sources)
        {
            await foreach (var (module, text) in source.ReadAsync(cancellationToken))
            {
                if (text.Length is > 0 and <= TextLimits.Text)
                {
                    found.Add((module, text));
                }
            }
        }

        await using var transaction = await database.BeginLockedAsync(Locks, cancellationToken);
        found.ExceptWith((await tables.ReadTextsAsync(cancellationToken)).Select(t => (t.Module, t.Text)));
        foreach (var (module, text) in found)
        {
            await tables.InsertAsync(transaction, module, text, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return found.Count;
    }
}
