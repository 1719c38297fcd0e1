using Microsoft.Extensions.Logging;
using Pergola.App.Plugins;
using Pergola.Data.Ddl;
using Pergola.Data.Dialects;
using Pergola.Data.Fields;
using Pergola.Data.Schema;
using Pergola.Data.Sql;
using Pergola.Hosting.Generations;

namespace Pergola.Hosting.Cluster.Tables;

/// <summary>The tables that nodes meet in. They are there before any generation, whose schema depends on what is in others.</summary>
internal sealed class ClusterSchema
{
    private readonly Database _database;

    public ClusterSchema(Database database, Naming naming)
    {
        _database = database;
        Snapshot = new SchemaBuilder(
            new FieldTypeRegistry(StandardFieldTypes.All),
            naming,
            database.Dialect.Quoting.MaxIdentifierLength
        ).Build(
            0,
            [
                new NodesCollection().Define(),
                new RevisionCollection().Define(),
                new SignalsCollection().Define(),
                new PackagesCollection().Define(),
            ]
        );
    }

    public SchemaSnapshot Snapshot { get; }

    /// <summary>Makes what is missing; nodes that start together take turns.</summary>
    public async Task PrepareAsync(ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var executor = new DdlExecutor(_database, new ErrorTranslator(_database));
        var preparation = new TablePreparation(_database, executor, loggers.CreateLogger<TablePreparation>());
        await preparation.CreateMissingAsync(Snapshot, cancellationToken);

        var revision = Snapshot[RevisionCollection.Name];
        await using var transaction = await _database.BeginLockedAsync(SchemaLocks.Change, cancellationToken);
        var sql = new SqlWriter(_database.Dialect)
            .Append($"INSERT INTO {revision.Table.Quoted} ({revision.Column("id").QuotedColumn}, ")
            .Append($"{revision.Column("value").QuotedColumn}) SELECT 1, 0 WHERE NOT EXISTS ")
            .Append($"(SELECT 1 FROM {revision.Table.Quoted})");
        await using (
            var command = _database.CreateCommand(transaction.Connection, transaction.Transaction, sql.ToStatement())
        )
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }
}
