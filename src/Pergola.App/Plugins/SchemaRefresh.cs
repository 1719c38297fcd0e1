using System.Globalization;
using Pergola.App.Signals;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;

namespace Pergola.App.Plugins;

/// <summary>Brings the schema of a generation up to the stored definitions, also when another one has changed them.</summary>
public sealed class SchemaRefresh
{
    private const string Topic = "collections";
    private readonly Database _database;
    private readonly SchemaStore _store;
    private readonly SchemaComposer _composer;
    private readonly ChangeSignals _signals;
    private readonly IDefinitionSource[] _sources;

    public SchemaRefresh(
        Database database,
        SchemaStore store,
        SchemaComposer composer,
        ChangeSignals signals,
        IEnumerable<IDefinitionSource> sources
    )
    {
        _database = database;
        _store = store;
        _composer = composer;
        _signals = signals;
        _sources = [.. sources];
        signals.On(Topic, FollowAsync);
    }

    /// <summary>Says which revision a transaction makes; every generation catches up with it.</summary>
    public void AnnounceWith(WriteTransaction transaction, long revision) =>
        _signals.RaiseWith(transaction, Topic, revision.ToString(CultureInfo.InvariantCulture));

    /// <returns>The stored definitions with the collections of the plugins; null where nothing stores any.</returns>
    public async Task<SchemaSnapshot?> ReadAsync(SchemaSnapshot code, CancellationToken cancellationToken)
    {
        SchemaSnapshot? snapshot = null;
        foreach (var source in _sources)
        {
            await using var connection = await _database.OpenAsync(cancellationToken);
            snapshot = _composer.Compose(
                await source.ReadAsync(code, connection, transaction: null, cancellationToken)
            );
        }

        return snapshot;
    }

    private async ValueTask FollowAsync(string message, CancellationToken cancellationToken)
    {
        var seen = _store.Current;
        if (long.Parse(message, CultureInfo.InvariantCulture) > seen.Revision)
        {
            _store.Publish(await ReadAsync(seen, cancellationToken) ?? seen);
        }
    }
}
