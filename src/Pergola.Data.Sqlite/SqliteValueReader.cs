using System.Data.Common;
using System.Globalization;
using Pergola.Data.Dialects;

namespace Pergola.Data.Sqlite;

/// <summary>Reads stored values, and those an existing database was filled with in other spellings.</summary>
internal sealed class SqliteValueReader : ValueReader
{
    private static readonly string[] TimeFormats = [StoredValues.TimeFormat, "HH:mm:ss.FFFFFFF", "HH:mm"];

    public override bool ReadBoolean(DbDataReader reader, int ordinal) => reader.GetInt64(ordinal) != 0;

    public override string ReadDecimal(DbDataReader reader, int ordinal) =>
        DecimalText.Plain(reader.GetString(ordinal));

    public override DateTime ReadInstant(DbDataReader reader, int ordinal)
    {
        var text = reader.GetString(ordinal);
        if (
            DateTime.TryParseExact(
                text,
                StoredValues.InstantFormat,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out var instant
            )
        )
        {
            return instant;
        }

        return long.TryParse(text, CultureInfo.InvariantCulture, out var milliseconds)
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime
            : DateTime.Parse(
                text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal
            );
    }

    public override DateTime ReadLocalDateTime(DbDataReader reader, int ordinal)
    {
        var text = reader.GetString(ordinal);
        return DateTime.TryParseExact(
            text,
            StoredValues.LocalDateTimeFormat,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var moment
        )
            ? moment
            : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).DateTime;
    }

    public override DateOnly ReadDate(DbDataReader reader, int ordinal)
    {
        var text = reader.GetString(ordinal);
        return DateOnly.ParseExact(
            text.AsSpan(0, Math.Min(text.Length, StoredValues.DateFormat.Length)),
            StoredValues.DateFormat,
            CultureInfo.InvariantCulture
        );
    }

    public override TimeOnly ReadTime(DbDataReader reader, int ordinal) =>
        TimeOnly.ParseExact(reader.GetString(ordinal), TimeFormats, CultureInfo.InvariantCulture);

    public override Guid ReadUuid(DbDataReader reader, int ordinal) => Guid.Parse(reader.GetString(ordinal));
}
