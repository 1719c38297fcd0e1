using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Data.Events;
using Pergola.Data.Records;
using Pergola.Data.Sql;

namespace Pergola.Plugins.Auth.Authenticators;

/// <summary>Keeps at least one way to sign in switched on, and takes changes up from the next request on.</summary>
internal sealed class KeepOneAuthenticator(AuthenticatorList authenticators) : IRecordHandler
{
    public async ValueTask WrittenAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        var isOff =
            change.Kind == ChangeKinds.Destroy || change.Record.GetProperty("enabled").ValueKind != JsonValueKind.True;
        if (isOff && !await IsAnyOnAsync(change, session, cancellationToken))
        {
            throw new BadRequestException("Please keep and enable at least one authenticator", field: "enabled");
        }

        authenticators.ForgetWith(session.Transaction);
    }

    private static async Task<bool> IsAnyOnAsync(
        RecordChange change,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        var table = change.Collection;
        var enabled = table.Column("enabled");
        var sql = new SqlWriter(session.Database.Dialect)
            .Append(
                $"SELECT {table.Column("name").QuotedColumn} FROM {table.Table.Quoted} WHERE {enabled.QuotedColumn} = "
            )
            .Parameter(true, enabled.ColumnType)
            .Append(" LIMIT 1");
        return (await session.ReadTextsAsync(sql, cancellationToken)).Count > 0;
    }
}
