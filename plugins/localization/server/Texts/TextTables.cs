using System.Globalization;
using System.Text.Json;
using Pergola.App.Plugins;
using Pergola.Data.Dialects;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.Data.Schema;
using Pergola.Data.Sql;
using Pergola.Plugins.Localization.Collections;

namespace Pergola.Plugins.Localization.Texts;

/// <summary>The rows of texts and translations.</summary>
internal sealed class TextTables(RecordReader reader, SchemaStore schemas, SystemRows rows)
{
    private const int LongestModule = 255;

    public async Task<IReadOnlyList<TextEntry>> ReadTextsAsync(CancellationToken cancellationToken)
    {
        var table = schemas.Current[LocalizationTextsCollection.Name];
        var found = await ReadAsync(table, filter: null, cancellationToken, "id", "module", "text");
        return [.. found.Select(r => new TextEntry(Id(r, "id"), r.Text("module")!, r.Text("text")!))];
    }

    /// <summary>Translations that say something, of one language or of all.</summary>
    public async Task<IReadOnlyList<Translation>> ReadTranslationsAsync(
        string? locale,
        CancellationToken cancellationToken
    )
    {
        var table = schemas.Current[LocalizationTranslationsCollection.Name];
        var filter = locale is null ? null : FilterCondition.EqualTo(table.Column("locale"), locale);
        var found = await ReadAsync(table, filter, cancellationToken, "id", "textId", "locale", "translation");
        return
        [
            .. found
                .Where(r => r.Get("textId") is not null && !string.IsNullOrWhiteSpace(r.Text("translation")))
                .Select(r => new Translation(Id(r, "id"), Id(r, "textId"), r.Text("locale")!, r.Text("translation")!)),
        ];
    }

    /// <summary>Stores a text unless it is there.</summary>
    public async Task<bool> AddAsync(
        WriteTransaction transaction,
        Database database,
        string module,
        string text,
        CancellationToken cancellationToken
    )
    {
        var table = schemas.Current[LocalizationTextsCollection.Name];
        var (moduleColumn, textColumn) = (table.Column("module"), table.Column("text"));
        var sql = new SqlWriter(database.Dialect)
            .Append($"SELECT 1 FROM {table.Table.Quoted} WHERE {moduleColumn.QuotedColumn} = ")
            .Parameter(module, moduleColumn.ColumnType)
            .Append($" AND {textColumn.QuotedColumn} = ")
            .Parameter(text, textColumn.ColumnType)
            .Append(" LIMIT 1");
        await using var command = database.CreateCommand(
            transaction.Connection,
            transaction.Transaction,
            sql.ToStatement()
        );
        if (module.Length > LongestModule || await command.ExecuteScalarAsync(cancellationToken) is not null)
        {
            return false;
        }

        await InsertAsync(transaction, module, text, cancellationToken);
        return true;
    }

    public Task InsertAsync(
        WriteTransaction transaction,
        string module,
        string text,
        CancellationToken cancellationToken
    ) =>
        rows.InsertAsync(
            transaction,
            schemas.Current[LocalizationTextsCollection.Name],
            JsonSerializer.SerializeToElement(new { module, text }),
            cancellationToken
        );

    private async Task<IReadOnlyList<JsonElement>> ReadAsync(
        Collection table,
        FilterNode? filter,
        CancellationToken cancellationToken,
        params string[] columns
    )
    {
        var query = new RecordQuery(table)
        {
            Selection = new Selection([.. columns.Select(table.Column)], []),
            Filter = filter,
            Sort = [new Data.Querying.SortKey(FieldPath.Of(table.Column("id")), Descending: false)],
        };
        using var page = await reader.ReadAsync(query, cancellationToken);
        return [.. RecordReader.ToJson(page).EnumerateArray()];
    }

    /// <summary>Keys of that size are answered as texts.</summary>
    private static long Id(JsonElement row, string name) =>
        long.Parse(row.GetProperty(name).ToString(), CultureInfo.InvariantCulture);
}
