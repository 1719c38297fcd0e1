using System.Data.Common;
using Pergola.Data.Dialects;
using Pergola.Data.Sql;

namespace Pergola.Data.Records;

/// <summary>A running query whose records come in pages. Holds a connection until disposed.</summary>
public sealed class RecordCursor : IAsyncDisposable
{
    private readonly RecordReader _records;
    private readonly Database _database;
    private readonly CompiledSelect _compiled;
    private readonly DbConnection _connection;
    private readonly DbCommand _command;
    private readonly DbDataReader _reader;
    private readonly int _pageBytes;
    private long _readSoFar;

    internal RecordCursor(
        RecordReader records,
        Database database,
        CompiledSelect compiled,
        DbConnection connection,
        DbCommand command,
        DbDataReader reader,
        int pageBytes
    )
    {
        _records = records;
        _database = database;
        _compiled = compiled;
        _connection = connection;
        _command = command;
        _reader = reader;
        _pageBytes = pageBytes;
    }

    /// <summary>The next records with everything appended to them; <see cref="RecordPage.HasMore"/> tells if more follow.</summary>
    public async ValueTask<RecordPage> NextAsync(CancellationToken cancellationToken)
    {
        var page = new RecordPage { FirstIndex = _readSoFar };
        try
        {
            page.HasMore = await _records.FillAsync(page, _reader, _compiled, _pageBytes, cancellationToken);
            _readSoFar += page.Count;
            if (page.Count > 0 && _compiled.Slots.Count > 0)
            {
                await LoadSlotsAsync(page, cancellationToken);
            }

            return page;
        }
        catch
        {
            page.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _reader.DisposeAsync();
        await _command.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private async ValueTask LoadSlotsAsync(RecordPage page, CancellationToken cancellationToken)
    {
        if (!page.HasMore)
        {
            // The rows have ended, so their connection is free.
            await _reader.CloseAsync();
            await _records.LoadSlotsAsync(page, _compiled, _connection, null, cancellationToken);
            return;
        }

        await using var second = await _database.OpenAsync(cancellationToken);
        await _records.LoadSlotsAsync(page, _compiled, second, null, cancellationToken);
    }
}
