using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Data.Events;
using Pergola.Data.Records;
using Pergola.Data.Schema;
using Pergola.Data.Sql;

namespace Pergola.Plugins.SystemSettings;

/// <summary>Refuses settings that would leave the app without a name, a language or its logo.</summary>
internal sealed class CheckSettings : IRecordHandler
{
    private const int MostLanguages = 100;
    private const int LongestLanguage = 35;

    public async ValueTask BeforeAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        var table = change.Collection;
        if (
            change.Values.TryGetValue(table.Column("title"), out var title)
            && string.IsNullOrWhiteSpace(title as string)
        )
        {
            throw new BadRequestException("{field} is required", [("field", "title")], "title");
        }

        if (
            change.Values.TryGetValue(table.Column("appLang"), out var language)
            && language is string tag
            && !IsLanguage(tag)
        )
        {
            throw new BadRequestException("\"appLang\" must be a language such as en-US", field: "appLang");
        }

        if (
            change.Values.TryGetValue(table.Column("logoId"), out var logo)
            && logo is long id
            && !await IsFileAsync(id, session, cancellationToken)
        )
        {
            throw new BadRequestException("\"logo\" names no file", field: "logo");
        }
    }

    public ValueTask WrittenAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        if (change.Values.ContainsKey(change.Collection.Column("enabledLanguages")))
        {
            var isRight =
                change.Record.Get("enabledLanguages") is { ValueKind: JsonValueKind.Array } languages
                && languages.GetArrayLength() is > 0 and <= MostLanguages
                && languages
                    .EnumerateArray()
                    .All(l => l.ValueKind == JsonValueKind.String && IsLanguage(l.GetString()!));
            if (!isRight)
            {
                throw new BadRequestException(
                    "\"enabledLanguages\" must be a list of languages such as en-US",
                    field: "enabledLanguages"
                );
            }
        }

        return ValueTask.CompletedTask;
    }

    private static async Task<bool> IsFileAsync(long id, WriteSession session, CancellationToken cancellationToken)
    {
        var files = session.Schema["attachments"];
        var key = files.PrimaryKey[0];
        var sql = new SqlWriter(session.Database.Dialect)
            .Append($"SELECT {files.Column("filename").QuotedColumn} FROM {files.Table.Quoted} WHERE ")
            .Append($"{key.QuotedColumn} = ")
            .Parameter(id, key.ColumnType);
        return (await session.ReadTextsAsync(sql, cancellationToken)).Count > 0;
    }

    private static bool IsLanguage(string tag) =>
        tag.Length is > 0 and <= LongestLanguage
        && char.IsAsciiLetter(tag[0])
        && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
