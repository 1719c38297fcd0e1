using Pergola.Data.Dialects;
using Pergola.Data.Fields;
using Pergola.Data.Sqlite.Functions;

namespace Pergola.Data.Sqlite;

internal sealed class SqliteTextFunctions : TextFunctions
{
    public override string AsText(string column) => $"CAST({column} AS TEXT)";

    public override string AsText(ColumnType type, string column) =>
        type.Kind switch
        {
            ColumnKind.Int32 or ColumnKind.Int64 or ColumnKind.Bytes => AsText(column),
            ColumnKind.Boolean => $"CASE {column} WHEN 0 THEN 'false' WHEN 1 THEN 'true' END",
            // Whole numbers without the fraction that SQLite writes behind every real.
            ColumnKind.Single or ColumnKind.Double =>
                $"CASE WHEN {column} = CAST({column} AS INTEGER) THEN CAST(CAST({column} AS INTEGER) AS TEXT) ELSE CAST({column} AS TEXT) END",
            _ => column,
        };

    public override string LikeIgnoringCase(string text, string pattern) =>
        $"{SqliteFunctions.LikeIgnoringCase}({text}, {pattern})";

    public override string Like(string text, string pattern) => $"{SqliteFunctions.Like}({text}, {pattern})";

    public override string Matches(string text, string pattern, bool ignoreCase) =>
        $"{(ignoreCase ? SqliteFunctions.MatchesIgnoringCase : SqliteFunctions.Matches)}({text}, {pattern})";
}
