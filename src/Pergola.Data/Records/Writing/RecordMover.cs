using System.Globalization;
using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Schema;
using Pergola.Data.Sql;

namespace Pergola.Data.Records.Writing;

/// <summary>Moves records in sorted lists: the rows in between shift in one statement.</summary>
internal sealed class RecordMover(RecordWriter writer, StatementRunner statements)
{
    public async Task MoveAsync(
        WriteSession session,
        WritePlan plan,
        RecordMove move,
        CancellationToken cancellationToken
    )
    {
        var sort =
            plan.SortColumns.FirstOrDefault(s => s.Column.Name == move.SortField)
            ?? throw new BadRequestException("{field} is not a sort field", [("field", move.SortField)], "sortField");
        await statements.LockAsync(session, SortNumbers.Lock, plan.Collection, cancellationToken);
        var source = await ReadAsync(session, sort, move.Source, "sourceId", cancellationToken);
        if (move.Sticky)
        {
            await SetAsync(session, sort, move.Source, 0, cancellationToken);
        }
        else if (move.Target is { } target)
        {
            await MoveToAsync(session, plan, sort, move, source, target, cancellationToken);
        }
        else if (move.TargetScope.ValueKind != JsonValueKind.Undefined)
        {
            await MoveToScopeAsync(session, plan, sort, move, cancellationToken);
        }
        else
        {
            throw new BadRequestException("A move needs targetId, targetScope or sticky", field: "targetId");
        }
    }

    private async Task MoveToAsync(
        WriteSession session,
        WritePlan plan,
        SortColumn sort,
        RecordMove move,
        Position source,
        RecordKey targetKey,
        CancellationToken cancellationToken
    )
    {
        var target = await ReadAsync(session, sort, targetKey, "targetId", cancellationToken);
        if (!Equals(source.Scope, target.Scope))
        {
            await ChangeScopeAsync(session, plan, sort, move, target.ScopeJson, cancellationToken);
            source = await ReadAsync(session, sort, move.Source, "sourceId", cancellationToken);
        }

        var to = target.Number + (move.InsertAfter ? 1 : 0);
        if (to > source.Number)
        {
            await ShiftAsync(session, sort, source.Scope, source.Number + 1, to, "- 1", cancellationToken);
        }
        else if (to < source.Number)
        {
            await ShiftAsync(session, sort, source.Scope, to, source.Number - 1, "+ 1", cancellationToken);
        }

        await SetAsync(session, sort, move.Source, to, cancellationToken);
    }

    private async Task MoveToScopeAsync(
        WriteSession session,
        WritePlan plan,
        SortColumn sort,
        RecordMove move,
        CancellationToken cancellationToken
    )
    {
        if (sort.Scope is null)
        {
            throw new BadRequestException("{field} has no scope", [("field", sort.Column.Name)], "targetScope");
        }

        await ChangeScopeAsync(session, plan, sort, move, move.TargetScope, cancellationToken);
        if (move.Prepend)
        {
            await SetAsync(session, sort, move.Source, 0, cancellationToken);
        }
    }

    /// <summary>An ordinary update, so that handlers hear of it; the updater gives the number at the end.</summary>
    private async Task ChangeScopeAsync(
        WriteSession session,
        WritePlan plan,
        SortColumn sort,
        RecordMove move,
        JsonElement scope,
        CancellationToken cancellationToken
    )
    {
        if (move.KeepsScope)
        {
            var field = sort.Scope!.Name;
            throw new ForbiddenException("You may not use the field {field}", [("field", field)], field);
        }

        var values = JsonText.Parse($"{{{JsonSerializer.Serialize(sort.Scope!.Name)}:{scope.GetRawText()}}}");
        await writer.UpdateAsync(
            session,
            plan.Collection,
            move.Source,
            filter: null,
            values,
            WriteOptions.Default,
            cancellationToken
        );
    }

    private async Task ShiftAsync(
        WriteSession session,
        SortColumn sort,
        object? scope,
        long first,
        long last,
        string by,
        CancellationToken cancellationToken
    )
    {
        var column = sort.Column.QuotedColumn;
        var type = sort.Column.ColumnType;
        var sql = new SqlWriter(session.Database.Dialect)
            .Append($"UPDATE {sort.Column.Collection.Table.Quoted} SET {column} = {column} {by} WHERE {column} >= ")
            .Parameter(StoredValue.As(type.Kind, first), type)
            .Append($" AND {column} <= ")
            .Parameter(StoredValue.As(type.Kind, last), type);
        if (sort.Scope is not null)
        {
            sql.Append(" AND ");
            if (scope is null)
            {
                sql.Append(sort.Scope.QuotedColumn).Append(" IS NULL");
            }
            else
            {
                sql.AppendEqual(sort.Scope, scope);
            }
        }

        await statements.ExecuteAsync(session, sql.ToStatement(), cancellationToken);
    }

    private async Task SetAsync(
        WriteSession session,
        SortColumn sort,
        RecordKey key,
        long number,
        CancellationToken cancellationToken
    )
    {
        var update = new RowUpdate(sort.Column.Collection, sql => sql.AppendKey(key))
        {
            Assignments = [new(sort.Column, StoredValue.As(sort.Column.ColumnType.Kind, number))],
        };
        var statement = new UpdateCompiler(session.Database.Dialect).Compile(update);
        await statements.ExecuteAsync(session, statement, cancellationToken);
    }

    private async Task<Position> ReadAsync(
        WriteSession session,
        SortColumn sort,
        RecordKey key,
        string parameter,
        CancellationToken cancellationToken
    )
    {
        var plan = writer.PlanOf(session, sort.Column.Collection);
        var rows = await statements.SelectRowsAsync(session, plan, sql => sql.AppendKey(key), cancellationToken);
        if (rows.Count == 0)
        {
            throw new BadRequestException("The record does not exist", field: parameter);
        }

        // A row that was never numbered counts as being in front of all.
        var number = rows[0].Value(sort.Column) is { } value ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : 0;
        return sort.Scope is null
            ? new Position(number, null, JsonText.Null)
            : new Position(number, rows[0].Value(sort.Scope), rows[0].ToElement().GetProperty(sort.Scope.Name));
    }

    private sealed record Position(long Number, object? Scope, JsonElement ScopeJson);
}
