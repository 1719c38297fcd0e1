using System.Data.Common;

namespace Pergola.Data.Dialects;

/// <summary>One column of the current row of a reader, read through the dialect.</summary>
public readonly ref struct ColumnCursor(ValueReader values, DbDataReader reader, int ordinal)
{
    public bool IsNull => reader.IsDBNull(ordinal);

    public string Text => values.ReadText(reader, ordinal);

    public int Int32 => values.ReadInt32(reader, ordinal);

    public long Int64 => values.ReadInt64(reader, ordinal);

    public float Single => values.ReadSingle(reader, ordinal);

    public double Double => values.ReadDouble(reader, ordinal);

    /// <summary>Canonical text of an exact number.</summary>
    public string Decimal => values.ReadDecimal(reader, ordinal);

    public bool Boolean => values.ReadBoolean(reader, ordinal);

    /// <summary>UTC.</summary>
    public DateTime Instant => values.ReadInstant(reader, ordinal);

    public DateTime LocalDateTime => values.ReadLocalDateTime(reader, ordinal);

    public DateOnly Date => values.ReadDate(reader, ordinal);

    public TimeOnly Time => values.ReadTime(reader, ordinal);

    /// <summary>JSON text of a Json, JsonBinary or Array column.</summary>
    public string Json => values.ReadJson(reader, ordinal);

    public Guid Uuid => values.ReadUuid(reader, ordinal);

    public byte[] Bytes => values.ReadBytes(reader, ordinal);
}

/// <summary>How a dialect reads each column kind. Every member may assume that the column is not NULL.</summary>
public abstract class ValueReader
{
    public virtual string ReadText(DbDataReader reader, int ordinal) => reader.GetString(ordinal);

    public virtual int ReadInt32(DbDataReader reader, int ordinal) => reader.GetInt32(ordinal);

    public virtual long ReadInt64(DbDataReader reader, int ordinal) => reader.GetInt64(ordinal);

    public virtual float ReadSingle(DbDataReader reader, int ordinal) => reader.GetFloat(ordinal);

    public virtual double ReadDouble(DbDataReader reader, int ordinal) => reader.GetDouble(ordinal);

    public virtual string ReadDecimal(DbDataReader reader, int ordinal) => reader.GetString(ordinal);

    public virtual bool ReadBoolean(DbDataReader reader, int ordinal) => reader.GetBoolean(ordinal);

    public abstract DateTime ReadInstant(DbDataReader reader, int ordinal);

    public abstract DateTime ReadLocalDateTime(DbDataReader reader, int ordinal);

    public abstract DateOnly ReadDate(DbDataReader reader, int ordinal);

    public abstract TimeOnly ReadTime(DbDataReader reader, int ordinal);

    public virtual string ReadJson(DbDataReader reader, int ordinal) => reader.GetString(ordinal);

    public virtual Guid ReadUuid(DbDataReader reader, int ordinal) => reader.GetGuid(ordinal);

    public virtual byte[] ReadBytes(DbDataReader reader, int ordinal) => reader.GetFieldValue<byte[]>(ordinal);
}
