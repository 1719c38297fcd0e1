using Pergola.App.Migrations;
using Pergola.Data.Sql;

namespace Acme.Visitors;

/// <summary>Version 1.0 stored companies with the blanks around them; runs once where that version has been.</summary>
public sealed class M20261101_TrimCompanies : IMigration
{
    public async Task RunAsync(MigrationContext context, CancellationToken cancellationToken)
    {
        var visitors = context.Schema[Visitor.Collection];
        var company = visitors.Column("company").QuotedColumn;
        var sql = new SqlWriter(context.Database.Dialect).Append(
            $"UPDATE {visitors.Table.Quoted} SET {company} = TRIM({company}) WHERE {company} <> TRIM({company})"
        );
        await using var command = context.Database.CreateCommand(
            context.Transaction.Connection,
            context.Transaction.Transaction,
            sql.ToStatement()
        );
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
