using Pergola.Core.Errors;
using Pergola.Data.Events;
using Pergola.Data.Records;
using Pergola.Data.Schema;
using Pergola.Data.Sql;

namespace Pergola.Plugins.Users;

/// <summary>Refuses user names and addresses that nobody could sign in with, by whichever way they are written.</summary>
internal sealed class CheckAccount : IRecordHandler
{
    public async ValueTask BeforeAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        await CheckAsync("username", AccountNames.IsUsername, "Please enter a valid username");
        await CheckAsync("email", AccountNames.IsEmail, "Please enter a valid email address");

        async Task CheckAsync(string field, Func<string, bool> isRight, string message)
        {
            if (
                change.Collection.TryGetColumn(field, out var column)
                && change.Values.GetValueOrDefault(column) is string { Length: > 0 } text
                && !isRight(text)
                && !await IsStoredAsync(column, text)
            )
            {
                throw new BadRequestException(message, field: field);
            }
        }

        // What another program once accepted stays, or nothing else of the account could be changed.
        async Task<bool> IsStoredAsync(ColumnField column, string text)
        {
            if (change.Kind != ChangeKinds.Update || change.Key is not { } key)
            {
                return false;
            }

            var sql = new SqlWriter(session.Database.Dialect)
                .Append($"SELECT {column.QuotedColumn} FROM {column.Collection.Table.Quoted} WHERE ")
                .Append($"{key.Columns[0].QuotedColumn} = ")
                .Parameter(key.Single, key.Columns[0].ColumnType);
            return (await session.ReadTextsAsync(sql, cancellationToken)).Contains(text, StringComparer.Ordinal);
        }
    }
}
