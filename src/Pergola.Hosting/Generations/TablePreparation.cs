using Microsoft.Extensions.Logging;
using Pergola.Data.Ddl;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;

namespace Pergola.Hosting.Generations;

/// <summary>Gives the database what a snapshot needs and it lacks. Nodes that start together take turns.</summary>
internal sealed class TablePreparation(Database database, DdlExecutor executor, ILogger<TablePreparation> logger)
{
    /// <returns>Whether no table was there before.</returns>
    public async Task<bool> CreateMissingAsync(SchemaSnapshot snapshot, CancellationToken cancellationToken)
    {
        DdlPlan plan;
        await using (var transaction = await database.BeginLockedAsync(SchemaLocks.Change, cancellationToken))
        {
            plan = await executor.PlanMissingAsync(transaction, snapshot, cancellationToken);
            await executor.ExecuteAsync(transaction, plan, snapshot, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        foreach (var failure in await executor.BuildIndexesAsync(plan, cancellationToken))
        {
            GenerationLog.IndexMissing(logger, failure.Build.Index.Name, failure.Build.Table.Name, failure.Exception);
        }

        var wanted = snapshot.Collections.Where(c => c.Columns.Count > 0).Select(c => c.Table.Name).Distinct();
        var made = plan.Changes.OfType<CreateTable>().Select(c => c.Table.Name);
        return !wanted.Except(made, StringComparer.Ordinal).Any();
    }
}
