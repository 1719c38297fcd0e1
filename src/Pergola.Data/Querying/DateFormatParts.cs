using Pergola.Core.Errors;
using Pergola.Data.Fields;
using Pergola.Data.Schema;

namespace Pergola.Data.Querying;

/// <summary>The format of a date dimension, cut into tokens and what stands between them.</summary>
internal static class DateFormatParts
{
    private const int MaxLength = 64;
    private const string Between = "-/.: T";
    private static readonly string[] Tokens = ["YYYY", "MM", "DD", "hh", "HH", "mm", "ss"];

    /// <exception cref="BadRequestException">The field is no date, or the format has another character.</exception>
    public static IReadOnlyList<string> Parse(string format, ColumnField field)
    {
        if (field.ColumnType.Kind is not (ColumnKind.Instant or ColumnKind.LocalDateTime or ColumnKind.Date))
        {
            throw new BadRequestException(
                "\"{field}\" is not a date, so it has no format",
                [("field", field.Name)],
                field.Name
            );
        }

        if (format.Length > MaxLength)
        {
            throw new BadRequestException("{parameter} is too long", [("parameter", "format")], "format");
        }

        var parts = new List<string>();
        for (var at = 0; at < format.Length; )
        {
            var token = Tokens.FirstOrDefault(t => string.CompareOrdinal(format, at, t, 0, t.Length) == 0);
            if (token is null && !Between.Contains(format[at], StringComparison.Ordinal))
            {
                throw new BadRequestException(
                    "\"{format}\" is not a date format: use YYYY MM DD hh mm ss",
                    [("format", format)],
                    "format"
                );
            }

            parts.Add(token ?? format[at].ToString());
            at += parts[^1].Length;
        }

        return parts;
    }
}
