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

    /// <summary>The distinct keys that the holes of a slot wait for, as values of the column they are compared with.</summary>
    public static IReadOnlyList<object?> Distinct(IReadOnlyList<Hole> holes, SlotReference slot)
    {
        var compared = slot.Append.Relation switch
        {
            Relations.BelongsTo r => r.TargetKey,
            Relations.HasOne r => r.ForeignKey,
            Relations.HasMany r => r.ForeignKey,
            Relations.BelongsToMany r => r.ForeignKey,
            _ => slot.Key,
        };
        var seen = new HashSet<object>();
        var keys = new List<object?>();
        foreach (var hole in holes)
        {
            if (hole.Slot == slot.Slot && hole.Key is { } key && seen.Add(key))
            {
                keys.Add(ForColumn(key, compared));
            }
        }

        return keys;
    }
}
