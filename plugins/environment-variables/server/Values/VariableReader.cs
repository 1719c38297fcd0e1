using System.Text.Json;
using Microsoft.Extensions.Logging;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.Data.Schema;
using Pergola.Plugins.EnvironmentVariables.Collections;
using Pergola.Plugins.EnvironmentVariables.Secrets;

namespace Pergola.Plugins.EnvironmentVariables.Values;

/// <summary>Reads the variables from their table.</summary>
internal sealed class VariableReader(
    RecordReader reader,
    SchemaStore schemas,
    SecretCipher cipher,
    ILogger<VariableReader> logger
)
{
    /// <summary>All of them, secrets in clear; one that cannot be decrypted is named in the log and has no value.</summary>
    public async Task<IReadOnlyList<Variable>> ReadAsync(CancellationToken cancellationToken)
    {
        var variables = new List<Variable>();
        foreach (var row in await ReadRowsAsync(filter: null, cancellationToken))
        {
            var name = row.Text("name") ?? string.Empty;
            var value = row.Text("value");
            if (row.Text("type") != Variable.SecretType)
            {
                variables.Add(new Variable(name, IsSecret: false, value));
                continue;
            }

            var clear = value is null ? null : cipher.TryDecrypt(value);
            if (value is not null && clear is null)
            {
                Log.NotDecrypted(logger, name);
            }

            variables.Add(new Variable(name, IsSecret: true, clear));
        }

        return variables;
    }

    /// <summary>The rows by name, as they are stored.</summary>
    public async Task<IReadOnlyList<JsonElement>> ReadRowsAsync(FilterNode? filter, CancellationToken cancellationToken)
    {
        var table = schemas.Current[EnvironmentVariablesCollection.Name];
        var query = new RecordQuery(table)
        {
            Selection = new Selection([.. table.Columns], []),
            Filter = filter,
            Sort = [new SortKey(FieldPath.Of(table.Column("name")), Descending: false)],
        };
        using var page = await reader.ReadAsync(query, cancellationToken);
        return [.. RecordReader.ToJson(page).EnumerateArray()];
    }
}
