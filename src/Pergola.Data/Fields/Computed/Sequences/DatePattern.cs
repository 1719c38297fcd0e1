using System.Text;
using System.Text.RegularExpressions;

namespace Pergola.Data.Fields.Computed.Sequences;

/// <summary>A date of the record, written as a format says: <c>YYYY YY MM M DD D HH mm ss</c>, all else as it stands.</summary>
internal sealed class DatePattern(string field, string format) : SequencePattern
{
    /// <summary>The longer of two that begin alike comes first.</summary>
    private static readonly DateToken[] Tokens =
    [
        new("YYYY", "[0-9]{4}", d => d.Year.ToString("0000")),
        new("YY", "[0-9]{2}", d => (d.Year % 100).ToString("00")),
        new("MM", "[0-9]{2}", d => d.Month.ToString("00")),
        new("M", "[0-9]{1,2}", d => d.Month.ToString()),
        new("DD", "[0-9]{2}", d => d.Day.ToString("00")),
        new("D", "[0-9]{1,2}", d => d.Day.ToString()),
        new("HH", "[0-9]{2}", d => d.Hour.ToString("00")),
        new("mm", "[0-9]{2}", d => d.Minute.ToString("00")),
        new("ss", "[0-9]{2}", d => d.Second.ToString("00")),
    ];

    public override int MaxLength => ScalarText.CountCharacters(Format(new DateTime(2000, 12, 31)));

    public override string Expression => Write(token => token.Expression, Regex.Escape);

    public override string Next(SequenceSource source) => Format(source.Date(field));

    private string Format(DateTime date) => Write(token => token.Format(date), literal => literal);

    private string Write(Func<DateToken, string> write, Func<string, string> writeLiteral)
    {
        var text = new StringBuilder();
        for (var position = 0; position < format.Length; )
        {
            var token = Array.Find(Tokens, t => string.CompareOrdinal(format, position, t.Text, 0, t.Text.Length) == 0);
            text.Append(token is null ? writeLiteral(format[position].ToString()) : write(token));
            position += token?.Text.Length ?? 1;
        }

        return text.ToString();
    }

    private sealed record DateToken(string Text, string Expression, Func<DateTime, string> Format);
}
