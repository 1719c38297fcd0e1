using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Pergola.App.Migrations;
using Pergola.App.Plugins;
using Pergola.Data.Ddl;
using Pergola.Data.Dialects;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.Data.Schema;
using Pergola.Hosting.PluginLoading;

namespace Pergola.Hosting.Generations;

/// <summary>Runs the migrations of a generation that have not run yet, each stage in one transaction.</summary>
internal sealed class MigrationRun(
    Database database,
    SystemRows rows,
    IServiceProvider services,
    IReadOnlyList<MigrationRegistration> migrations,
    IReadOnlyCollection<string> installed
)
{
    /// <param name="stage">The migrations to run.</param>
    /// <param name="schema">The collections of the new version.</param>
    /// <param name="cancellationToken">Ends the wait for the lock.</param>
    /// <exception cref="PluginFailedException">One failed; nothing of the stage has changed.</exception>
    public async Task RunAsync(MigrationStage stage, SchemaSnapshot schema, CancellationToken cancellationToken)
    {
        var wanted = migrations
            .Select(m => (m.Name, m.Plugin, Work: (IMigration)services.GetRequiredService(m.Migration)))
            .Where(m => m.Work.Stage == stage)
            .OrderBy(m => m.Name, StringComparer.Ordinal)
            .ToList();
        if (wanted.Count == 0 || !schema.TryGet(MigrationsCollection.Name, out _))
        {
            return;
        }

        await using var transaction = await database.BeginLockedAsync(SchemaLocks.Change, cancellationToken);
        var done = await ReadDoneAsync(schema, cancellationToken);
        foreach (var (name, plugin, work) in wanted.Where(m => !done.Contains(m.Name)))
        {
            try
            {
                // A plugin that was never there has nothing of an earlier form.
                if (installed.Contains(plugin))
                {
                    await work.RunAsync(new MigrationContext(transaction, database, schema), cancellationToken);
                }
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                throw PluginFailedException.Of(plugin, failure);
            }

            await rows.InsertAsync(
                transaction,
                schema[MigrationsCollection.Name],
                JsonSerializer.SerializeToElement(new { name }),
                cancellationToken
            );
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<HashSet<string>> ReadDoneAsync(SchemaSnapshot schema, CancellationToken cancellationToken)
    {
        using var page = await new RecordReader(database).ReadAsync(
            new RecordQuery(schema[MigrationsCollection.Name]),
            cancellationToken
        );
        return [.. RecordReader.ToJson(page).EnumerateArray().Select(row => row.Text("name")).OfType<string>()];
    }
}
