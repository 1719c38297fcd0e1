using System.Globalization;
using Pergola.Data.Dialects;
using Pergola.Data.Fields;

namespace Pergola.Data.PostgreSql;

internal sealed class PostgreSqlDateFunctions : DateFunctions
{
    public override string NowMilliseconds => "(EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::bigint";

    public override string Format(ColumnType type, string column, IReadOnlyList<string> parts, TimeSpan offset)
    {
        var local =
            type.Kind == ColumnKind.Instant
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"({column} AT TIME ZONE 'UTC' + interval '{(int)offset.TotalMinutes} minutes')"
                )
                : column;
        var format = string.Concat(parts.Select(Token));
        return $"to_char({local}, '{format}')";
    }

    private static string Token(string part) =>
        part switch
        {
            "hh" or "HH" => "HH24",
            "mm" => "MI",
            // SSSS would mean the seconds of the day.
            "ss" => "SS\"\"",
            "T" => "\"T\"",
            _ => part,
        };
}
