using Pergola.Data.Events;
using Pergola.Data.Records;
using Pergola.Data.Schema;
using Pergola.Plugins.Localization.Sources;

namespace Pergola.Plugins.Localization.Texts;

/// <summary>What is written into a field that is to be translated is a text from then on.</summary>
internal sealed class CollectTitles(TextTables tables) : IRecordHandler
{
    public bool Follows(Collection collection) => collection.Columns.Any(TitleSource.IsTranslated);

    public async ValueTask WrittenAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        foreach (var column in change.Collection.Columns.Where(TitleSource.IsTranslated))
        {
            if (
                change.Values.ContainsKey(column)
                && change.Record.Text(column.Name) is { } text
                && TitleSource.IsTitle(text)
            )
            {
                var module = TitleSource.ModuleOf(change.Collection);
                await tables.AddAsync(session.Transaction, session.Database, module, text, cancellationToken);
            }
        }
    }
}
