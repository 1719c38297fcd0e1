using Pergola.Data.Schema;
using Pergola.Data.Sql;

namespace Pergola.Data.Records.Writing;

/// <summary>Clears a radio field in every other record once one record has it.</summary>
internal sealed class RadioFlags(StatementRunner statements)
{
    public async Task WrittenAsync(
        WriteSession session,
        WritePlan plan,
        IReadOnlyList<RecordDraft> drafts,
        CancellationToken cancellationToken
    )
    {
        foreach (var column in plan.RadioColumns)
        {
            // Of a batch the last one keeps it, as if each had been written alone.
            var holder = drafts.LastOrDefault(d => d.Values.GetValueOrDefault(column) is true);
            if (holder?.Row.Key is { } key)
            {
                await ClearOthersAsync(session, column, key, cancellationToken);
            }
        }
    }

    private async Task ClearOthersAsync(
        WriteSession session,
        ColumnField column,
        RecordKey key,
        CancellationToken cancellationToken
    )
    {
        var update = new RowUpdate(
            column.Collection,
            sql =>
            {
                sql.AppendEqual(column, true).Append(" AND NOT (");
                sql.AppendKey(key);
                sql.Append(')');
            }
        )
        {
            Assignments = [new(column, false)],
        };
        var statement = new UpdateCompiler(session.Database.Dialect).Compile(update);
        await statements.ExecuteAsync(session, statement, cancellationToken);
    }
}
