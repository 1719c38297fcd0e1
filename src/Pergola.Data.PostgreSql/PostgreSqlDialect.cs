using Pergola.Data.Dialects;

namespace Pergola.Data.PostgreSql;

internal sealed class PostgreSqlDialect : Dialect
{
    public override string Name => "postgres";

    public override Quoting Quoting { get; } = new PostgreSqlQuoting();

    public override ColumnTypes Columns { get; } = new PostgreSqlColumnTypes();

    public override TextFunctions Text { get; } = new PostgreSqlTextFunctions();

    public override JsonFunctions Json { get; } = new PostgreSqlJsonFunctions();

    public override DateFunctions Dates { get; } = new PostgreSqlDateFunctions();

    public override DdlSyntax Ddl { get; } = new PostgreSqlDdlSyntax();

    public override ErrorCodes Errors { get; } = new PostgreSqlErrorCodes();

    public override string RowLock => " FOR UPDATE";
}
