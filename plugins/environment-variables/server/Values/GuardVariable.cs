using System.Text.RegularExpressions;
using Pergola.Core.Errors;
using Pergola.Data.Events;
using Pergola.Data.Records;
using Pergola.Data.Schema;
using Pergola.Data.Sql;
using Pergola.Plugins.EnvironmentVariables.Secrets;

namespace Pergola.Plugins.EnvironmentVariables.Values;

/// <summary>Checks variables by whichever way they are written, and encrypts secrets before they reach the table.</summary>
internal sealed partial class GuardVariable(SecretCipher cipher) : IRecordHandler
{
    private const int LongestName = 255;

    public async ValueTask BeforeAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        var table = change.Collection;
        var (type, value) = (table.Column("type"), table.Column("value"));
        if (change.Kind == ChangeKinds.Create)
        {
            CheckName(change.Values.GetValueOrDefault(table.Column("name")) as string);
            var given = TypeOf(change, type) ?? Variable.DefaultType;
            change.Values[type] = given;
            var text = change.Values.GetValueOrDefault(value) as string is { Length: > 0 } filled
                ? filled
                : throw new BadRequestException("{field} is required", [("field", value.Name)], value.Name);
            change.Values[value] = Stored(given, text);
            return;
        }

        var before = (await ReadAsync(change, type, session, cancellationToken)) ?? Variable.DefaultType;
        var after = TypeOf(change, type) ?? before;
        if (change.Values.GetValueOrDefault(value) as string is { } changed)
        {
            change.Values[value] = Stored(after, changed);
        }
        else if (before == Variable.SecretType && after != before)
        {
            // Else whoever may change variables could read every secret.
            throw new BadRequestException("A secret becomes a variable only with a new value", field: value.Name);
        }
        else if (after == Variable.SecretType && after != before)
        {
            change.Values[value] = Stored(
                after,
                await ReadAsync(change, value, session, cancellationToken) ?? string.Empty
            );
        }
    }

    private object Stored(string type, string text) => type == Variable.SecretType ? cipher.Encrypt(text) : text;

    private static void CheckName(string? name)
    {
        if (name is null || name.Length > LongestName || !Name().IsMatch(name))
        {
            throw new BadRequestException("name validation error", field: "name");
        }
    }

    private static string? TypeOf(RecordChange change, ColumnField type) =>
        change.Values.TryGetValue(type, out var given)
            ? given as string is Variable.DefaultType or Variable.SecretType
                ? (string)given!
                : throw new BadRequestException(
                    "\"{field}\" must be one of {values}",
                    [("field", type.Name), ("values", $"{Variable.DefaultType}, {Variable.SecretType}")],
                    type.Name
                )
            : null;

    private static async Task<string?> ReadAsync(
        RecordChange change,
        ColumnField column,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        var key = change.Key!;
        var sql = new SqlWriter(session.Database.Dialect)
            .Append($"SELECT {column.QuotedColumn} FROM {column.Collection.Table.Quoted} WHERE ")
            .Append($"{key.Columns[0].QuotedColumn} = ")
            .Parameter(key.Single, key.Columns[0].ColumnType);
        var texts = await session.ReadTextsAsync(sql, cancellationToken);
        return texts.Count == 0 ? null : texts[0];
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]*\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
