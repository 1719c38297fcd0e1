using System.Data.Common;
using Pergola.Data.Dialects;

namespace Pergola.Data.PostgreSql;

internal sealed class PostgreSqlValueReader : ValueReader
{
    // A column made by others may be a timestamp without zone; its values are UTC like all stored instants.
    public override DateTime ReadInstant(DbDataReader reader, int ordinal) =>
        DateTime.SpecifyKind(reader.GetFieldValue<DateTime>(ordinal), DateTimeKind.Utc);

    public override DateTime ReadLocalDateTime(DbDataReader reader, int ordinal) =>
        DateTime.SpecifyKind(reader.GetFieldValue<DateTime>(ordinal), DateTimeKind.Unspecified);

    public override DateOnly ReadDate(DbDataReader reader, int ordinal) => reader.GetFieldValue<DateOnly>(ordinal);

    public override TimeOnly ReadTime(DbDataReader reader, int ordinal) => reader.GetFieldValue<TimeOnly>(ordinal);
}
