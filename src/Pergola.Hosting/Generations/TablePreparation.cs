using Microsoft.Extensions.Logging;
using Pergola.Data.Ddl;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;

namespace Pergola.Hosting.Generations;

/// <summary>Brings the database up to what a snapshot wants: missing tables, columns, keys and indexes.</summary>
internal sealed class TablePreparation(Database database, DdlExecutor executor, ILogger<TablePreparation> logger)
{
    public const string LockName = "schema";

    public async Task CreateMissingAsync(SchemaSnapshot snapshot, CancellationToken cancellationToken)
    {
        DdlPlan plan;
        await using (var transaction = await database.BeginAsync(cancellationToken))
        {
            await database.LockAsync(transaction, LockName, cancellationToken);
            plan = await executor.PlanMissingAsync(transaction, snapshot, cancellationToken);
            await executor.ExecuteAsync(transaction, plan, snapshot, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        foreach (var failure in await executor.BuildIndexesAsync(plan, cancellationToken))
        {
            GenerationLog.IndexNotBuilt(logger, failure.Build.Index.Name, failure.Exception);
        }
    }
}
