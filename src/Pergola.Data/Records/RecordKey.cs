using System.Globalization;
using Pergola.Data.Schema;

namespace Pergola.Data.Records;

/// <summary>The values of a record's key columns, parsed, in the order of the columns.</summary>
public sealed record RecordKey(IReadOnlyList<ColumnField> Columns, IReadOnlyList<object> Values)
{
    public object Single => Values[0];

    public bool Equals(RecordKey? other) => other is not null && Values.SequenceEqual(other.Values);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var value in Values)
        {
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    public override string ToString() =>
        string.Join(',', Values.Select(v => Convert.ToString(v, CultureInfo.InvariantCulture)));
}
