using System.Text.Json;
using Pergola.Data.Dialects;
using Pergola.Data.Fields;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.Data.Schema;
using Pergola.Data.Sql;

namespace Pergola.App.Plugins.Installed;

/// <summary>
/// Reads and writes what an installation says of its plugins. Works before there is a schema, because which plugins are
/// switched on decides what the schema is.
/// </summary>
public sealed class PluginStateStore
{
    private readonly Database _database;
    private readonly RecordReader _reader;
    private readonly SystemRows _rows;
    private readonly Collection _known;
    private readonly Collection _own;
    private readonly Naming _naming;

    public PluginStateStore(Database database, Naming naming, ValueContext values)
    {
        _database = database;
        _naming = naming;
        _reader = new RecordReader(database);
        var schema = new SchemaBuilder(
            new FieldTypeRegistry(StandardFieldTypes.All),
            naming,
            database.Dialect.Quoting.MaxIdentifierLength
        ).Build(0, [new ApplicationPluginsCollection().Define(), new OwnPluginsCollection().Define()]);
        _rows = new SystemRows(database, new SchemaStore(schema), values);
        _known = schema[ApplicationPluginsCollection.Name];
        _own = schema[OwnPluginsCollection.Name];
    }

    /// <summary>What the tables say; nothing where they do not exist yet.</summary>
    public async Task<PluginStates> ReadAsync(CancellationToken cancellationToken)
    {
        PhysicalTables tables;
        await using (var connection = await _database.OpenAsync(cancellationToken))
        {
            var physical = await _database.Dialect.Ddl.ReadSchemaAsync(
                connection,
                transaction: null,
                _naming.SchemaName,
                cancellationToken
            );
            tables = new(physical.Tables.ContainsKey(_known.Table.Name), physical.Tables.ContainsKey(_own.Table.Name));
        }

        var states = PluginStates.Empty;
        foreach (var (table, isThere) in new[] { (_known, tables.Known), (_own, tables.Own) })
        {
            if (isThere)
            {
                using var page = await _reader.ReadAsync(new RecordQuery(table), cancellationToken);
                states = RecordReader
                    .ToJson(page)
                    .EnumerateArray()
                    .Select(ToState)
                    .Aggregate(states, (s, p) => s.With(p));
            }
        }

        return states;
    }

    /// <summary>Writes a state over what the table says of the plugin.</summary>
    public async Task WriteAsync(WriteTransaction transaction, PluginState state, CancellationToken cancellationToken)
    {
        var table = TableOf(state.Name);
        if (await UpdateAsync(transaction, table, state, cancellationToken) == 0)
        {
            await _rows.InsertAsync(transaction, table, RowOf(state), cancellationToken);
        }
    }

    public Task DeleteAsync(WriteTransaction transaction, string name, CancellationToken cancellationToken)
    {
        var table = TableOf(name);
        var key = table.Column("name");
        var sql = new SqlWriter(_database.Dialect).Append(
            $"DELETE FROM {table.Table.Quoted} WHERE {key.QuotedColumn} = "
        );
        return _rows.ExecuteAsync(transaction, sql.Parameter(name, key.ColumnType).ToStatement(), cancellationToken);
    }

    private static JsonElement RowOf(PluginState state) =>
        JsonSerializer.SerializeToElement(
            new Dictionary<string, object?>
            {
                ["name"] = state.Name,
                ["packageName"] = state.PackageName,
                ["version"] = state.Version,
                ["enabled"] = state.Enabled,
                ["installed"] = state.Installed,
                ["hash"] = state.Hash,
            }
        );

    private Collection TableOf(string name) => KnownPlugins.Find(name) is null ? _own : _known;

    private Task<int> UpdateAsync(
        WriteTransaction transaction,
        Collection table,
        PluginState state,
        CancellationToken cancellationToken
    )
    {
        List<(string Column, object? Value)> values =
        [
            ("version", state.Version),
            ("enabled", state.Enabled),
            ("installed", state.Installed),
        ];
        if (table == _own)
        {
            values.Add(("hash", state.Hash));
            values.Add(("packageName", state.PackageName));
        }

        var sql = new SqlWriter(_database.Dialect).Append($"UPDATE {table.Table.Quoted} SET ");
        sql.Join(
            ", ",
            values,
            (writer, value) =>
            {
                var column = table.Column(value.Column);
                writer.Append($"{column.QuotedColumn} = ").Parameter(value.Value, column.ColumnType);
            }
        );
        var key = table.Column("name");
        sql.Append($" WHERE {key.QuotedColumn} = ").Parameter(state.Name, key.ColumnType);
        return _rows.ExecuteAsync(transaction, sql.ToStatement(), cancellationToken);
    }

    private static PluginState ToState(JsonElement row) =>
        new(
            row.Text("name") ?? string.Empty,
            row.Text("packageName") ?? string.Empty,
            row.Text("version"),
            row.Flag("enabled") ?? false,
            row.Flag("installed") ?? false,
            row.Flag("builtIn") ?? false
        )
        {
            Hash = row.Text("hash"),
        };

    private readonly record struct PhysicalTables(bool Known, bool Own);
}
