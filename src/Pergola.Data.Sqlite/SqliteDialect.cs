using Pergola.Data.Dialects;

namespace Pergola.Data.Sqlite;

internal sealed class SqliteDialect : Dialect
{
    public override string Name => "sqlite";

    public override Quoting Quoting { get; } = new SqliteQuoting();

    public override ColumnTypes Columns { get; } = new SqliteColumnTypes();

    public override TextFunctions Text { get; } = new SqliteTextFunctions();

    public override JsonFunctions Json { get; } = new SqliteJsonFunctions();

    public override DateFunctions Dates { get; } = new SqliteDateFunctions();

    public override DdlSyntax Ddl { get; } = new SqliteDdlSyntax();

    public override ErrorCodes Errors { get; } = new SqliteErrorCodes();
}
