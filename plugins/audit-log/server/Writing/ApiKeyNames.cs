using Pergola.Data.Dialects;
using Pergola.Data.Schema;
using Pergola.Data.Sql;
using Pergola.Plugins.AuditLog.Entries;

namespace Pergola.Plugins.AuditLog.Writing;

/// <summary>What API keys are called, by the id in their tokens; asked for beside the requests and remembered.</summary>
internal sealed class ApiKeyNames(Database database, SchemaStore schemas)
{
    private const int Remembered = 1_000;
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    public async Task<IReadOnlyDictionary<string, string>> FindAsync(
        IEnumerable<AuditEntry> entries,
        CancellationToken cancellationToken
    )
    {
        var unknown = entries.Select(e => e.ApiKeyId).OfType<string>().Where(id => !_names.ContainsKey(id)).Distinct();
        var asked = unknown.ToList();
        if (asked.Count > 0 && schemas.Current.TryGet("apiKeys", out var table))
        {
            await ReadAsync(table, asked, cancellationToken);
        }

        return _names;
    }

    private async Task ReadAsync(Collection table, List<string> asked, CancellationToken cancellationToken)
    {
        if (_names.Count + asked.Count > Remembered)
        {
            _names.Clear();
        }

        var (token, name) = (table.Column("token"), table.Column("name"));
        var sql = new SqlWriter(database.Dialect)
            .Append($"SELECT {token.QuotedColumn}, {name.QuotedColumn} FROM {table.Table.Quoted} WHERE ")
            .In(token.ColumnType, token.QuotedColumn, [.. asked.Cast<object?>()]);
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = database.CreateCommand(connection, transaction: null, sql.ToStatement());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            _names[reader.GetString(0)] = reader.IsDBNull(1) ? string.Empty : reader.GetString(1);
        }
    }
}
