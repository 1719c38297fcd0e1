using System.Text.Json;
using Pergola.App.Plugins;
using Pergola.Data.Dialects;
using Pergola.Data.Fields;
using Pergola.Data.Schema;
using Pergola.Data.Sql;
using Pergola.Hosting.Cluster.Tables;

namespace Pergola.Hosting.Cluster;

/// <summary>The files of packages in the database, where every node finds them.</summary>
internal sealed class SharedPackages
{
    private readonly Database _database;
    private readonly SystemRows _rows;
    private readonly Collection _packages;

    public SharedPackages(Database database, ClusterSchema schema, ValueContext values)
    {
        _database = database;
        _rows = new SystemRows(database, new SchemaStore(schema.Snapshot), values);
        _packages = schema.Snapshot[PackagesCollection.Name];
    }

    /// <summary>Puts files in place of those of the same name.</summary>
    /// <param name="package">Id of the package they belong to, in lower case.</param>
    /// <param name="files">Contents by name.</param>
    /// <param name="cancellationToken">Cancels before the commit.</param>
    public async Task PutAsync(
        string package,
        IReadOnlyDictionary<string, byte[]> files,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await _database.BeginAsync(cancellationToken);
        foreach (var (name, content) in files)
        {
            await DeleteAsync(transaction, "name", name, cancellationToken);
            var row = JsonSerializer.SerializeToElement(
                new
                {
                    name,
                    package,
                    content = Convert.ToBase64String(content),
                }
            );
            await _rows.InsertAsync(transaction, _packages, row, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>A file, null when there is none of this name.</summary>
    public async Task<byte[]?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var key = _packages.Column("name");
        var sql = new SqlWriter(_database.Dialect)
            .Append($"SELECT {_packages.Column("content").QuotedColumn} FROM {_packages.Table.Quoted} ")
            .Append($"WHERE {key.QuotedColumn} = ")
            .Parameter(name, key.ColumnType);
        await using var connection = await _database.OpenAsync(cancellationToken);
        await using var command = _database.CreateCommand(connection, transaction: null, sql.ToStatement());
        return await command.ExecuteScalarAsync(cancellationToken) is string text
            ? Convert.FromBase64String(text)
            : null;
    }

    /// <summary>Removes the files of every version of a package.</summary>
    public async Task RemoveAsync(string package, CancellationToken cancellationToken)
    {
        await using var transaction = await _database.BeginAsync(cancellationToken);
        await DeleteAsync(transaction, "package", package, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private Task<int> DeleteAsync(
        WriteTransaction transaction,
        string column,
        string value,
        CancellationToken cancellationToken
    )
    {
        var by = _packages.Column(column);
        var sql = new SqlWriter(_database.Dialect)
            .Append($"DELETE FROM {_packages.Table.Quoted} WHERE {by.QuotedColumn} = ")
            .Parameter(value, by.ColumnType);
        return _rows.ExecuteAsync(transaction, sql.ToStatement(), cancellationToken);
    }
}
