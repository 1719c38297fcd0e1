using Pergola.Data.Fields;
using Pergola.Data.Schema;
using Pergola.Data.Sql;

namespace Pergola.Data.Records;

/// <summary>Key values between rows and parameters. Whole numbers travel as <see cref="long"/> whatever the column.</summary>
internal static class KeyValues
{
    /// <summary>The value as the column's own CLR type.</summary>
    public static object ForColumn(object value, ColumnField column) =>
        column.ColumnType.Kind == ColumnKind.Int32 && value is long number ? checked((int)number) : value;

    /// <summary>The distinct keys that the holes of a slot wait for, as values of the column they were read from.</summary>
    public static IReadOnlyList<object?> Distinct(IReadOnlyList<Hole> holes, SlotReference slot)
    {
        var seen = new HashSet<object>();
        var keys = new List<object?>();
        foreach (var hole in holes)
        {
            if (hole.Slot == slot.Slot && hole.Key is { } key && seen.Add(key))
            {
                keys.Add(ForColumn(key, slot.Key));
            }
        }

        return keys;
    }
}
