using System.Globalization;
using Pergola.Data.Dialects;
using Pergola.Data.Fields;

namespace Pergola.Data.Sqlite;

internal sealed class SqliteDateFunctions : DateFunctions
{
    public override string NowMilliseconds => "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)";

    public override string Format(ColumnType type, string column, IReadOnlyList<string> parts, TimeSpan offset)
    {
        var format = string.Concat(parts.Select(Token));
        return type.Kind == ColumnKind.Instant
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"strftime('{format}', {column}, '{(int)offset.TotalMinutes:+0;-0} minutes')"
            )
            : $"strftime('{format}', {column})";
    }

    private static string Token(string part) =>
        part switch
        {
            "YYYY" => "%Y",
            "MM" => "%m",
            "DD" => "%d",
            "hh" or "HH" => "%H",
            "mm" => "%M",
            "ss" => "%S",
            _ => part,
        };
}
