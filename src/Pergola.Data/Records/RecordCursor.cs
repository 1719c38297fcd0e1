using System.Data.Common;
using Pergola.Data.Sql;

namespace Pergola.Data.Records;

/// <summary>A running query whose records come in pages. Holds a connection until the last page is read, or until disposed.</summary>
public sealed class RecordCursor : IAsyncDisposable
{
    private readonly RecordReader _records;
    private readonly CompiledSelect _compiled;
    private readonly DbConnection _connection;
    private readonly DbCommand _command;
    private readonly DbDataReader _reader;
    private readonly int _pageBytes;
    private bool _isReleased;

    internal RecordCursor(
        RecordReader records,
        CompiledSelect compiled,
        DbConnection connection,
        DbCommand command,
        DbDataReader reader,
        int pageBytes
    )
    {
        _records = records;
        _compiled = compiled;
        _connection = connection;
        _command = command;
        _reader = reader;
        _pageBytes = pageBytes;
    }

    /// <summary>The next records with everything appended to them; <see cref="RecordPage.HasMore"/> tells if more follow.</summary>
    public async ValueTask<RecordPage> NextAsync(CancellationToken cancellationToken)
    {
        // Rows that have arrived already are read without asking whether anybody still wants them.
        cancellationToken.ThrowIfCancellationRequested();
        var page = new RecordPage();
        try
        {
            page.HasMore = await _records.FillAsync(page, _reader, _compiled, _pageBytes, cancellationToken);
            if (!page.HasMore)
            {
                await _reader.CloseAsync();
                await _records.LoadSlotsAsync(page, _compiled, _connection, null, cancellationToken);
                await DisposeAsync();
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
        if (_isReleased)
        {
            return;
        }

        _isReleased = true;
        await _reader.DisposeAsync();
        await _command.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
