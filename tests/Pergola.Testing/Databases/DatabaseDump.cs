using System.Diagnostics;
using System.IO.Compression;
using Npgsql;

namespace Pergola.Testing.Databases;

/// <summary>A database of an existing installation, kept as a packed SQL dump under <c>Fixtures</c>.</summary>
public static class DatabaseDump
{
    /// <param name="file">Name of the dump.</param>
    /// <param name="connectionString">An empty database.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task RestoreAsync(string file, string connectionString, CancellationToken cancellationToken)
    {
        var target = new NpgsqlConnectionStringBuilder(connectionString);
        var start = new ProcessStartInfo("psql", ["-q", "-v", "ON_ERROR_STOP=1", "-o", "/dev/null"])
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            Environment =
            {
                ["PGHOST"] = target.Host,
                ["PGPORT"] = $"{target.Port}",
                ["PGUSER"] = target.Username,
                ["PGPASSWORD"] = target.Password,
                ["PGDATABASE"] = target.Database,
            },
        };
        using var psql = Process.Start(start) ?? throw new InvalidOperationException("psql did not start.");
        var errors = psql.StandardError.ReadToEndAsync(cancellationToken);
        var path = RepositoryRoot.Combine("tests", "Pergola.Testing", "Fixtures", file);
        await using (var packed = File.OpenRead(path))
        await using (var dump = new GZipStream(packed, CompressionMode.Decompress))
        {
            await dump.CopyToAsync(psql.StandardInput.BaseStream, cancellationToken);
            psql.StandardInput.Close();
        }

        await psql.WaitForExitAsync(cancellationToken);
        if (psql.ExitCode != 0)
        {
            throw new InvalidOperationException($"{file} could not be restored: {await errors}");
        }
    }
}
