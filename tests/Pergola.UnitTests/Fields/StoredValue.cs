using System.Data.Common;
using Pergola.Data.Dialects;

namespace Pergola.UnitTests.Fields;

/// <summary>A reader whose only column holds a given value, whatever is asked for.</summary>
internal sealed class StoredValue(object value) : ValueReader
{
    public override string ReadText(DbDataReader reader, int ordinal) => (string)value;

    public override int ReadInt32(DbDataReader reader, int ordinal) => (int)value;

    public override long ReadInt64(DbDataReader reader, int ordinal) => (long)value;

    public override float ReadSingle(DbDataReader reader, int ordinal) => (float)value;

    public override double ReadDouble(DbDataReader reader, int ordinal) => (double)value;

    public override string ReadDecimal(DbDataReader reader, int ordinal) => (string)value;

    public override bool ReadBoolean(DbDataReader reader, int ordinal) => (bool)value;

    public override DateTime ReadInstant(DbDataReader reader, int ordinal) => (DateTime)value;

    public override DateTime ReadLocalDateTime(DbDataReader reader, int ordinal) => (DateTime)value;

    public override DateOnly ReadDate(DbDataReader reader, int ordinal) => (DateOnly)value;

    public override TimeOnly ReadTime(DbDataReader reader, int ordinal) => (TimeOnly)value;

    public override string ReadJson(DbDataReader reader, int ordinal) => (string)value;

    public override Guid ReadUuid(DbDataReader reader, int ordinal) => (Guid)value;

    public override byte[] ReadBytes(DbDataReader reader, int ordinal) => (byte[])value;
}
