using Microsoft.Extensions.Logging;
using Pergola.App.Plugins;
using Pergola.Core.Errors;
using Pergola.Data.Ddl;
using Pergola.Data.Dialects;
using Pergola.Data.Fields;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Collections.Definitions;

/// <summary>
/// A change of definitions from request to new snapshot: one transaction holds the rows, the revision and the tables, so
/// that either all of it is there or nothing. Changes wait for one another; reading goes on meanwhile.
/// </summary>
internal sealed class SchemaChange(
    Database database,
    DefinitionTables tables,
    SchemaComposer composer,
    SchemaStore store,
    FieldTypeRegistry types,
    DdlExecutor executor,
    SchemaRefresh refresh,
    ILogger<SchemaChange> logger
)
{
    /// <param name="change">Edits the draft; what it returns is answered once everything is committed.</param>
    /// <param name="cascade">Whether database objects that depend on a dropped table go with it.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away before the commit.</param>
    /// <exception cref="PergolaException">The change is not possible; nothing has changed.</exception>
    public async Task<T> RunAsync<T>(
        Func<DefinitionDraft, DefinitionEditor, T> change,
        CancellationToken cancellationToken,
        bool cascade = false
    )
    {
        await using var transaction = await database.BeginLockedAsync(SchemaLocks.Change, cancellationToken);
        var draft = await tables.ReadAsync(
            store.Current,
            transaction.Connection,
            transaction.Transaction,
            cancellationToken
        );
        // Another node may have changed the definitions since this one looked.
        var before = draft.Revision == store.Current.Revision ? store.Current : Compose(draft);
        var result = change(draft, new DefinitionEditor(draft, before, composer, types));

        var after = Compose(draft, draft.Revision + 1);
        if (KeyFields.Register(draft, after))
        {
            after = Compose(draft, draft.Revision + 1);
        }

        RefuseUnresolved(draft, after);
        DefinitionChecks.Run(draft, before, after);
        await tables.WriteAsync(draft, before, transaction, cancellationToken);
        var plan = DdlPlan.Diff(before, after, cascade);
        await RefuseForeignTablesAsync(transaction, plan, cancellationToken);
        await executor.ExecuteAsync(transaction, plan, after, cancellationToken);
        // Published here first: the generation that made the change need not read it again.
        transaction.AfterCommit(_ =>
        {
            store.Publish(after);
            return ValueTask.CompletedTask;
        });
        refresh.AnnounceWith(transaction, after.Revision);
        await transaction.CommitAsync(cancellationToken);
        if (plan.Changes.Any(c => c is DropColumn or DropTable))
        {
            database.ForgetStatements();
        }

        foreach (var failure in await executor.BuildIndexesAsync(plan, CancellationToken.None))
        {
            Log.IndexNotBuilt(logger, failure.Build.Index.Name, failure.Exception);
        }

        return result;
    }

    private SchemaSnapshot Compose(DefinitionDraft draft, long? revision = null) =>
        composer.Compose(
            new StoredDefinitions(revision ?? draft.Revision, [.. draft.Collections.Select(c => c.ToDefinition())])
        );

    /// <summary>A table that exists and is described nowhere belongs to somebody else.</summary>
    private async Task RefuseForeignTablesAsync(
        WriteTransaction transaction,
        DdlPlan plan,
        CancellationToken cancellationToken
    )
    {
        foreach (var created in plan.Changes.OfType<CreateTable>())
        {
            var table = created.Table;
            var physical = await database.Dialect.Ddl.ReadSchemaAsync(
                transaction.Connection,
                transaction.Transaction,
                table.SchemaName,
                cancellationToken
            );
            if (physical.Tables.ContainsKey(table.Name))
            {
                throw new ValidationException(
                    "The name {name} is reserved: the database has a table {table} already",
                    [("name", created.Collection.Name), ("table", table.Name)],
                    "name"
                );
            }
        }
    }

    /// <summary>Every field of the change must have made it into the snapshot.</summary>
    private static void RefuseUnresolved(DefinitionDraft draft, SchemaSnapshot after)
    {
        foreach (var field in draft.Collections.SelectMany(c => c.Fields).Where(f => f.Stored != f.State()))
        {
            var prefix = $"{field.Collection}.{field.Name}:";
            if (after.Issues.FirstOrDefault(i => i.StartsWith(prefix, StringComparison.Ordinal)) is { } issue)
            {
                throw new ValidationException(
                    "Field \"{field}\" in collection \"{collection}\" is not possible: {reason}",
                    [
                        ("field", field.Name),
                        ("collection", field.Collection),
                        ("reason", issue[prefix.Length..].Trim()),
                    ],
                    field.Name
                );
            }
        }
    }
}
