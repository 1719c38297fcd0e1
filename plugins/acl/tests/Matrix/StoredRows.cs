using System.Globalization;
using Npgsql;
using Pergola.Data.Dialects;

namespace Pergola.Plugins.Acl.Tests.Matrix;

/// <summary>Every row of the tables of the matrix at one moment: to tell what a request changed, and to undo it.</summary>
internal sealed class StoredRows
{
    private static readonly (string Name, string Short, string[] Key)[] Tables =
    [
        ("bills", "b", ["id"]),
        ("clients", "c", ["id"]),
        ("remarks", "r", ["id"]),
        ("labels", "l", ["id"]),
        ("billsLabels", "bl", ["billId", "labelId"]),
        ("users", "u", ["id"]),
        ("roles", "ro", ["name"]),
        ("rolesUsers", "ru", ["roleName", "userId"]),
    ];

    private static readonly string[] Kept = ["updatedAt", "updatedById", "passwordChangeTz"];
    private static readonly string[] Given = ["id", "createdAt", "createdById", "sort"];
    private readonly Dictionary<string, Dictionary<string, Row>> _tables = new(StringComparer.Ordinal);

    public static async Task<StoredRows> ReadAsync(AppUnderTest app)
    {
        var rows = new StoredRows();
        await using var connection = await app.Database.OpenAsync(TestContext.Current.CancellationToken);
        foreach (var (name, _, key) in Tables)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {app.Schema[name].Table.Quoted}";
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            var found = rows._tables[name] = new Dictionary<string, Row>(StringComparer.Ordinal);
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                var row = new Row();
                for (var index = 0; index < reader.FieldCount; index++)
                {
                    row[reader.GetName(index)] = (reader.GetValue(index), reader.GetDataTypeName(index));
                }

                found.Add(string.Join(':', key.Select(row.Text)), row);
            }
        }

        return rows;
    }

    /// <summary>What has changed until then, as the table of rights writes it.</summary>
    public IEnumerable<string> ChangesUntil(StoredRows later, string caller)
    {
        foreach (var (name, shown, _) in Tables)
        {
            var (before, after) = (_tables[name], later._tables[name]);
            foreach (var (key, row) in before)
            {
                var label = shown + (long.TryParse(key, out _) ? key : "");
                if (!after.TryGetValue(key, out var now))
                {
                    yield return $"-{label}";
                    continue;
                }

                foreach (var column in row.Keys.Except(Kept).Where(c => row.Text(c) != now.Text(c)))
                {
                    yield return $"{label}.{column}";
                }
            }

            foreach (var row in after.Where(a => !before.ContainsKey(a.Key)).Select(a => a.Value))
            {
                var columns = row.Keys.Except([.. Kept, .. Given]).Where(c => row[c].Value is not DBNull);
                var isForeign = row.ContainsKey("createdById") && row.Text("createdById") != caller;
                yield return $"+{shown}"
                    + (shown.Length > 1 || shown == "u" ? "" : $"({string.Join(',', columns)})")
                    + (isForeign && shown.Length == 1 ? "!" : "");
            }
        }
    }

    /// <summary>Puts the rows back that have changed until then.</summary>
    public async Task RestoreAsync(AppUnderTest app, StoredRows later)
    {
        await using var transaction = await app.Database.BeginAsync(TestContext.Current.CancellationToken);
        foreach (var (name, _, key) in Tables)
        {
            var (before, after) = (_tables[name], later._tables[name]);
            foreach (var (tk, row) in after.Where(a => !a.Value.IsLike(before.GetValueOrDefault(a.Key))))
            {
                await ExecuteAsync(
                    transaction,
                    $"DELETE FROM {app.Schema[name].Table.Quoted} WHERE "
                        + string.Join(" AND ", key.Select((k, i) => $"\"{k}\" = @p{i}")),
                    key.Select(k => row[k])
                );
            }

            foreach (var (tk, row) in before.Where(b => !b.Value.IsLike(after.GetValueOrDefault(b.Key))))
            {
                await ExecuteAsync(
                    transaction,
                    $"INSERT INTO {app.Schema[name].Table.Quoted} ("
                        + string.Join(", ", row.Keys.Select(c => $"\"{c}\""))
                        + ") VALUES ("
                        + string.Join(", ", row.Keys.Select((_, i) => $"@p{i}"))
                        + ")",
                    row.Values
                );
            }
        }

        await transaction.CommitAsync(TestContext.Current.CancellationToken);
    }

    private static async Task ExecuteAsync(
        WriteTransaction transaction,
        string sql,
        IEnumerable<(object Value, string Type)> values
    )
    {
        await using var command = transaction.Connection.CreateCommand();
        command.Transaction = transaction.Transaction;
        command.CommandText = sql;
        foreach (var (value, type) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{command.Parameters.Count}";
            parameter.Value = value;
            if (parameter is NpgsqlParameter typed && type is "json" or "jsonb")
            {
                ((NpgsqlParameter)parameter).DataTypeName = type;
            }

            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Row() : Dictionary<string, (object Value, string Type)>(StringComparer.Ordinal)
    {
        public string Text(string column) => Convert.ToString(this[column].Value, CultureInfo.InvariantCulture) ?? "";

        public bool IsLike(Row? other) => other is not null && Keys.All(c => Text(c) == other.Text(c));
    }
}
