using System.Data.Common;
using Pergola.Core.Errors;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;

namespace Pergola.Data.Ddl;

/// <summary>Carries out plans.</summary>
public sealed class DdlExecutor(Database database, ErrorTranslator errors)
{
    private readonly DdlSyntax _syntax = database.Dialect.Ddl;

    /// <summary>Plans what a database lacks, reading it inside the transaction.</summary>
    public async Task<DdlPlan> PlanMissingAsync(
        WriteTransaction transaction,
        SchemaSnapshot target,
        CancellationToken cancellationToken
    ) => DdlPlan.CreateMissing(await ReadSchemaAsync(transaction, SchemaOf(target), cancellationToken), target);

    /// <summary>Makes the changes of a plan inside the transaction.</summary>
    /// <param name="transaction">The transaction that also writes the definitions.</param>
    /// <param name="plan">What to do.</param>
    /// <param name="after">The snapshot with the fields that errors name.</param>
    /// <param name="cancellationToken">Stops between and within statements; the caller rolls back.</param>
    /// <exception cref="PergolaException">The data does not allow a change, such as duplicates under a unique key.</exception>
    public async Task ExecuteAsync(
        WriteTransaction transaction,
        DdlPlan plan,
        SchemaSnapshot after,
        CancellationToken cancellationToken
    )
    {
        foreach (var change in plan.Changes)
        {
            var physical = PhysicalTable.Empty(change.Table.Name);
            if (change.NeedsPhysical)
            {
                var schema = await ReadSchemaAsync(transaction, change.Table.SchemaName, cancellationToken);
                physical = schema.Tables.GetValueOrDefault(change.Table.Name) ?? physical;
            }

            await ExecuteAsync(transaction, change, physical, after, cancellationToken);
        }

        if (!_syntax.BuildsIndexesBesideWriters)
        {
            foreach (var build in plan.Indexes)
            {
                var change = new CreateIndex(build.Table, build.Index);
                await ExecuteAsync(
                    transaction,
                    change,
                    PhysicalTable.Empty(build.Table.Name),
                    after,
                    cancellationToken
                );
            }
        }
    }

    /// <summary>
    /// Builds the indexes of a plan whose transaction has committed. Writers go on meanwhile. Missing indexes make queries
    /// slow and nothing else, so failures are returned and not raised; the next start tries again.
    /// </summary>
    public async Task<IReadOnlyList<IndexFailure>> BuildIndexesAsync(DdlPlan plan, CancellationToken cancellationToken)
    {
        var failures = new List<IndexFailure>();
        if (!_syntax.BuildsIndexesBesideWriters || plan.Indexes.Count == 0)
        {
            return failures;
        }

        foreach (var build in plan.Indexes)
        {
            try
            {
                await BuildAsync(build, cancellationToken);
            }
            catch (DbException exception)
            {
                failures.Add(new IndexFailure(build, exception));
            }
        }

        return failures;
    }

    private async Task ExecuteAsync(
        WriteTransaction transaction,
        DdlChange change,
        PhysicalTable physical,
        SchemaSnapshot after,
        CancellationToken cancellationToken
    )
    {
        try
        {
            foreach (var sql in change.ToSql(_syntax, physical))
            {
                await using var command = transaction.Connection.CreateCommand();
                command.Transaction = transaction.Transaction;
                command.CommandText = sql;
                // Altering takes as long as the table is large.
                command.CommandTimeout = 0;
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }
        catch (DbException exception) when (database.Dialect.Errors.Classify(exception) is { } fault)
        {
            // The change knows its table better than an error about a table that is being rebuilt.
            var known = fault with
            {
                Table = change.Table.Name,
                Columns = fault.Columns.Count > 0 ? fault.Columns : change.Columns,
            };
            if (await errors.TranslateAsync(exception, known, after, cancellationToken) is { } error)
            {
                throw error;
            }

            throw;
        }
    }

    private Task BuildAsync(IndexBuild build, CancellationToken cancellationToken) =>
        database.RunLockedAsync(
            SchemaLocks.Indexes,
            async connection =>
            {
                if (build.IsInvalid)
                {
                    await RunAsync(connection, _syntax.DropInvalidIndex(build.Table, build.Index), cancellationToken);
                }

                await RunAsync(
                    connection,
                    _syntax.CreateIndex(build.Table, build.Index, concurrently: true),
                    cancellationToken
                );
            },
            cancellationToken
        );

    private static async Task RunAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private Task<PhysicalSchema> ReadSchemaAsync(
        WriteTransaction transaction,
        string? schemaName,
        CancellationToken cancellationToken
    ) => _syntax.ReadSchemaAsync(transaction.Connection, transaction.Transaction, schemaName, cancellationToken);

    private static string? SchemaOf(SchemaSnapshot snapshot) =>
        snapshot.Collections.Select(c => c.Table.SchemaName).FirstOrDefault(s => s is not null);
}

/// <summary>An index that could not be built, and why.</summary>
public sealed record IndexFailure(IndexBuild Build, DbException Exception);
