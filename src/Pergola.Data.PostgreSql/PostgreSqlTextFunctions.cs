using Pergola.Data.Dialects;
using Pergola.Data.Fields;

namespace Pergola.Data.PostgreSql;

internal sealed class PostgreSqlTextFunctions : TextFunctions
{
    public override string AsText(string column) => $"CAST({column} AS text)";

    public override string AsText(ColumnType type, string column) =>
        type.Kind switch
        {
            ColumnKind.String or ColumnKind.Text => column,
            // As the API writes it, so that what a user sees can be searched for.
            ColumnKind.Instant => $"to_char({column} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')",
            ColumnKind.LocalDateTime => $"to_char({column}, 'YYYY-MM-DD HH24:MI:SS')",
            _ => AsText(column),
        };

    public override string LikeIgnoringCase(string text, string pattern) => $"{text} ILIKE {pattern}";

    public override string Like(string text, string pattern) => $"{text} LIKE {pattern}";

    public override string Matches(string text, string pattern, bool ignoreCase) =>
        ignoreCase ? $"{text} ~* {pattern}" : $"{text} ~ {pattern}";
}
