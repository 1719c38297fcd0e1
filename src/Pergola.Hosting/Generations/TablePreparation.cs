using Microsoft.Extensions.Logging;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;

namespace Pergola.Hosting.Generations;

internal sealed class TablePreparation(Database database, ILogger<TablePreparation> logger)
{
    public const string LockName = "schema";

    public async Task CreateMissingAsync(SchemaSnapshot snapshot, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(cancellationToken);
        await database.LockAsync(transaction, LockName, cancellationToken);
        var physical = await database.Dialect.Ddl.ReadSchemaAsync(transaction.Connection, transaction.Transaction, null, cancellationToken);
        foreach (var c in snapshot.Collections.Where(c => !physical.Tables.ContainsKey(c.Table.Name) && c.Columns.Count > 0))
        {
            logger.LogDebug("{Table}", c.Table.Name);
            foreach (var sql in database.Dialect.Ddl.CreateTable(c))
            {
                await using var command = transaction.Connection.CreateCommand();
                command.Transaction = transaction.Transaction;
                command.CommandText = sql;
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }
        await transaction.CommitAsync(cancellationToken);
    }
}
