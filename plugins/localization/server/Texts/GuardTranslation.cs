using Pergola.Core.Errors;
using Pergola.Data.Events;
using Pergola.Data.Records;
using Pergola.Data.Sql;
using Pergola.Plugins.Localization.Collections;

namespace Pergola.Plugins.Localization.Texts;

/// <summary>A translation is of a text there is, into a language, and no book.</summary>
internal sealed class GuardTranslation : IRecordHandler
{
    public async ValueTask BeforeAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        var table = change.Collection;
        var isNew = change.Kind == ChangeKinds.Create;
        var locale = table.Column("locale");
        if (
            (isNew || change.Values.ContainsKey(locale))
            && !LocaleName.Is(change.Values.GetValueOrDefault(locale) as string)
        )
        {
            throw LocaleName.Refusal("locale");
        }

        if (change.Values.GetValueOrDefault(table.Column("translation")) is string { Length: > TextLimits.Translation })
        {
            throw TextLimits.TooLong("translation", TextLimits.Translation);
        }

        var text = table.Column("textId");
        if (
            (isNew || change.Values.ContainsKey(text))
            && !(change.Values.GetValueOrDefault(text) is long id && await IsTextAsync(id, session, cancellationToken))
        )
        {
            throw new BadRequestException("\"textId\" names no text", field: "textId");
        }
    }

    private static async Task<bool> IsTextAsync(long id, WriteSession session, CancellationToken cancellationToken)
    {
        var texts = session.Schema[LocalizationTextsCollection.Name];
        var key = texts.PrimaryKey[0];
        var sql = new SqlWriter(session.Database.Dialect)
            .Append($"SELECT {texts.Column("module").QuotedColumn} FROM {texts.Table.Quoted} WHERE ")
            .Append($"{key.QuotedColumn} = ")
            .Parameter(id, key.ColumnType);
        return (await session.ReadTextsAsync(sql, cancellationToken)).Count > 0;
    }
}
