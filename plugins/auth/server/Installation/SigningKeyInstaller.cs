using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Pergola.App.Auth;
using Pergola.App.Plugins;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;
using Pergola.Data.Sql;
using Pergola.Plugins.Auth.Tokens;

namespace Pergola.Plugins.Auth.Installation;

/// <summary>
/// Finds the key that signs tokens: the file of an existing installation, else <c>APP_KEY</c>, else one that is made once
/// and kept in the database, so that all nodes have the same.
/// </summary>
internal sealed class SigningKeyInstaller(
    SigningKey key,
    SigningOptions options,
    SystemRows rows,
    SchemaStore schemas,
    Database database
) : IInstaller
{
    private const string Name = "tokenKey";
    private const int FileLength = 32;

    /// <summary>Keys that stand in sample files: whoever reads those could sign tokens.</summary>
    private static readonly string[] KnownToAll = ["your-secret-key", "test-key", "test-jwt-secret"];

    public async Task InstallAsync(WriteTransaction transaction, CancellationToken cancellationToken)
    {
        key.Set(
            PreferredKey()
                ?? await FileKeyAsync(cancellationToken)
                ?? OwnKey()
                ?? await StoredKeyAsync(transaction, cancellationToken)
        );
    }

    private byte[]? PreferredKey() =>
        options.PrefersAppKey && options.AppKey is { } text ? Encoding.UTF8.GetBytes(text) : null;

    private byte[]? OwnKey() =>
        options.AppKey is { } text && !KnownToAll.Contains(text, StringComparer.Ordinal)
            ? Encoding.UTF8.GetBytes(text)
            : null;

    private async Task<byte[]?> FileKeyAsync(CancellationToken cancellationToken)
    {
        var path = Path.Combine(options.StoragePath, "apps", "main", "jwt_secret.dat");
        if (!File.Exists(path))
        {
            return null;
        }

        var bytes = await File.ReadAllBytesAsync(path, cancellationToken);
        return bytes.Length == FileLength
            ? bytes
            : throw new InvalidOperationException($"{path} must hold {FileLength} bytes and holds {bytes.Length}.");
    }

    private async Task<byte[]> StoredKeyAsync(WriteTransaction transaction, CancellationToken cancellationToken)
    {
        var table = schemas.Current["pergola_secrets"];
        var name = table.Column("name");
        var value = table.Column("value");
        var sql = new SqlWriter(database.Dialect);
        sql.Append($"SELECT {value.QuotedColumn} FROM {table.Table.Quoted} WHERE {name.QuotedColumn} = ");
        sql.Parameter(Name, name.ColumnType);
        await using var command = database.CreateCommand(
            transaction.Connection,
            transaction.Transaction,
            sql.ToStatement()
        );
        if (await command.ExecuteScalarAsync(cancellationToken) is string stored)
        {
            return Convert.FromBase64String(stored);
        }

        var made = RandomNumberGenerator.GetBytes(64);
        var row = JsonSerializer.SerializeToElement(new { name = Name, value = Convert.ToBase64String(made) });
        await rows.InsertAsync(transaction, table, row, cancellationToken);
        return made;
    }
}
