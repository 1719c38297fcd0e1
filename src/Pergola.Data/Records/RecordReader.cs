using System.Buffers;
using System.Data.Common;
using System.Text.Json;
using Pergola.Core.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Querying;
using Pergola.Data.Schema;
using Pergola.Data.Sql;

namespace Pergola.Data.Records;

/// <summary>
/// Runs queries: one statement for the records, one more per relation that is not joined, and none for an empty page.
/// </summary>
public sealed class RecordReader(Database database)
{
    /// <summary>
    /// Size in bytes at which a cursor hands out a page although the query has further rows. Not where relations are loaded:
    /// they need the connection of the rows, and a second one for each request could exhaust the pool.
    /// </summary>
    private const int PageBytes = 1 << 20;

    private readonly SharedCounts _counts = new(database);

    /// <summary>Number of records a query matches, exact as of a moment after the call.</summary>
    public Task<long> CountAsync(RecordQuery query, CancellationToken cancellationToken) =>
        _counts.CountAsync(CountCompiler.Compile(query, database.Dialect), cancellationToken);

    /// <summary>All records of a query in one page.</summary>
    public async ValueTask<RecordPage> ReadAsync(RecordQuery query, CancellationToken cancellationToken)
    {
        await using var cursor = await OpenAsync(query, int.MaxValue, cancellationToken);
        return await cursor.NextAsync(cancellationToken);
    }

    /// <summary>Starts a query whose records come in pages of bounded size.</summary>
    public ValueTask<RecordCursor> OpenAsync(RecordQuery query, CancellationToken cancellationToken) =>
        OpenAsync(query, PageBytes, cancellationToken);

    /// <summary>
    /// As above with another size of the pages in bytes; a page has one record at least. Records with relations that are loaded
    /// come in one page.
    /// </summary>
    public async ValueTask<RecordCursor> OpenAsync(
        RecordQuery query,
        int pageBytes,
        CancellationToken cancellationToken
    )
    {
        var compiled = SelectCompiler.Compile(query, database.Dialect);
        DbConnection? connection = null;
        DbCommand? command = null;
        try
        {
            connection = await database.OpenAsync(cancellationToken);
            command = database.CreateCommand(connection, null, compiled.Statement);
            var reader = await command.ExecuteReaderAsync(cancellationToken);
            return new RecordCursor(
                this,
                compiled,
                connection,
                command,
                reader,
                compiled.Slots.Count > 0 ? int.MaxValue : pageBytes
            );
        }
        catch
        {
            if (command is not null)
            {
                await command.DisposeAsync();
            }

            if (connection is not null)
            {
                await connection.DisposeAsync();
            }

            throw;
        }
    }

    /// <summary>Which of some conditions the record of a query meets, by one statement; null when there is no such record.</summary>
    public async Task<IReadOnlyList<bool>?> MatchAsync(
        RecordQuery query,
        IReadOnlyList<FilterNode> conditions,
        CancellationToken cancellationToken
    )
    {
        var statement = MatchCompiler.Compile(query, conditions, database.Dialect);
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = database.CreateCommand(connection, null, statement);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? [.. Enumerable.Range(1, conditions.Count).Select(ordinal => reader.GetInt32(ordinal) == 1)]
            : null;
    }

    /// <summary>All records of a query in one page, read inside a transaction.</summary>
    public ValueTask<RecordPage> ReadAsync(
        RecordQuery query,
        WriteSession session,
        CancellationToken cancellationToken
    ) =>
        ReadPageAsync(
            SelectCompiler.Compile(query, database.Dialect),
            session.Transaction.Connection,
            session.Transaction.Transaction,
            cancellationToken
        );

    /// <summary>The first record of a query as a JSON object, or undefined; for the server's own use.</summary>
    public async ValueTask<JsonElement> FindAsync(RecordQuery query, CancellationToken cancellationToken)
    {
        using var page = await ReadAsync(query with { Limit = 1 }, cancellationToken);
        return page.Count == 0 ? default : ToJson(page)[0];
    }

    /// <summary>All records of a query as a JSON array; for the server's own use.</summary>
    public static JsonElement ToJson(RecordPage page)
    {
        var output = new ArrayBufferWriter<byte>();
        output.Write("["u8);
        page.WriteTo(output);
        output.Write("]"u8);
        using var document = JsonDocument.Parse(output.WrittenMemory, JsonText.Document);
        return document.RootElement.Clone();
    }

    /// <summary>Keys of the matching records in the order of the query, read inside a transaction.</summary>
    public async ValueTask<IReadOnlyList<RecordKey>> ReadKeysAsync(
        RecordQuery query,
        DbConnection connection,
        DbTransaction? transaction,
        CancellationToken cancellationToken
    )
    {
        var statement = SelectCompiler.CompileKeys(query, database.Dialect);
        await using var command = database.CreateCommand(connection, transaction, statement);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var columns = query.Collection.PrimaryKey;
        var keys = new List<RecordKey>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var values = new object[columns.Count];
            for (var index = 0; index < values.Length; index++)
            {
                values[index] = KeyValues.ForColumn(
                    RecordJsonWriter.ReadKey(reader, columns[index], index)!,
                    columns[index]
                );
            }

            keys.Add(new RecordKey(columns, values));
        }

        return keys;
    }

    /// <summary>Reads a whole statement and the relations of its rows.</summary>
    internal async ValueTask<RecordPage> ReadPageAsync(
        CompiledSelect compiled,
        DbConnection connection,
        DbTransaction? transaction,
        CancellationToken cancellationToken
    )
    {
        var page = new RecordPage();
        try
        {
            await using (var command = database.CreateCommand(connection, transaction, compiled.Statement))
            await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
            {
                await FillAsync(page, reader, compiled, int.MaxValue, cancellationToken);
            }

            await LoadSlotsAsync(page, compiled, connection, transaction, cancellationToken);
            return page;
        }
        catch
        {
            page.Dispose();
            throw;
        }
    }

    /// <summary>Appends rows to a page until it is large enough or the rows end; true when rows may be left.</summary>
    internal async ValueTask<bool> FillAsync(
        RecordPage page,
        DbDataReader reader,
        CompiledSelect compiled,
        int maxBytes,
        CancellationToken cancellationToken
    )
    {
        var values = database.Dialect.Columns.Values;
        await using var json = new Utf8JsonWriter(page.Buffer, JsonText.Writer);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (compiled.GroupKey is { } groupKey)
            {
                page.AddToGroup(RecordJsonWriter.ReadKey(reader, groupKey, compiled.GroupOrdinal));
            }

            RecordJsonWriter.AppendRow(reader, values, compiled.Layout, page, json);
            if (json.BytesCommitted + json.BytesPending >= maxBytes)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Loads the relations of a page, one statement each, and theirs in turn.</summary>
    internal async ValueTask LoadSlotsAsync(
        RecordPage page,
        CompiledSelect compiled,
        DbConnection connection,
        DbTransaction? transaction,
        CancellationToken cancellationToken
    )
    {
        foreach (var slot in compiled.Slots)
        {
            var keys = KeyValues.Distinct(page.Holes, slot);
            if (keys.Count == 0)
            {
                continue;
            }

            var append = SelectCompiler.CompileAppend(slot, keys, database.Dialect);
            var child = await ReadPageOfAppendAsync(slot, append, connection, transaction, cancellationToken);
            page.Fill(slot.Slot, child);
        }
    }

    private async ValueTask<RecordPage> ReadPageOfAppendAsync(
        SlotReference slot,
        CompiledSelect append,
        DbConnection connection,
        DbTransaction? transaction,
        CancellationToken cancellationToken
    )
    {
        if (!slot.Append.Recursive)
        {
            return await ReadPageAsync(append, connection, transaction, cancellationToken);
        }

        // One statement brings every step of the chain; each record finds the next ones in the page it stands in.
        var own = append.Slots.Single(s => s.Append.Recursive);
        var others = append with { Slots = [.. append.Slots.Where(s => s != own)] };
        var page = await ReadPageAsync(others, connection, transaction, cancellationToken);
        page.Fill(own.Slot, page);
        return page;
    }
}
