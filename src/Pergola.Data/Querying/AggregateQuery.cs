using Pergola.Data.Fields;
using Pergola.Data.Schema;

namespace Pergola.Data.Querying;

/// <summary>Grouped values of a collection, every name resolved. Immutable.</summary>
public sealed record AggregateQuery(Collection Collection)
{
    public IReadOnlyList<AggregateColumn> Measures { get; init; } = [];

    public IReadOnlyList<AggregateColumn> Dimensions { get; init; } = [];

    public FilterNode? Filter { get; init; }

    public IReadOnlyList<AggregateOrder> Orders { get; init; } = [];

    public IReadOnlyList<AggregateCondition> Having { get; init; } = [];

    public long Limit { get; init; }

    public long Offset { get; init; }

    /// <summary>Whether rows are grouped by the dimensions.</summary>
    public bool IsGrouped => Measures.Any(m => m.Function is not null);

    public IEnumerable<AggregateColumn> Columns => Measures.Concat(Dimensions);
}

/// <summary>A measure or dimension.</summary>
/// <param name="Path">The field, over one association at most.</param>
/// <param name="Alias">Name in the result.</param>
public sealed record AggregateColumn(FieldPath Path, string Alias)
{
    /// <summary><c>sum</c>, <c>count</c>, <c>avg</c>, <c>min</c> or <c>max</c>; null for the plain value.</summary>
    public string? Function { get; init; }

    public bool Distinct { get; init; }

    /// <summary>Parts of a date format: <c>YYYY MM DD hh mm ss</c> and what stands between; null for the plain value.</summary>
    public IReadOnlyList<string>? Format { get; init; }
}

/// <summary>A sort key of grouped values.</summary>
public sealed record AggregateOrder(AggregateColumn Column, bool Descending, bool NullsFirst);

/// <summary>A condition on a grouped value.</summary>
/// <param name="Column">What is compared.</param>
/// <param name="Comparison">SQL comparison: <c>=</c>, <c>&lt;&gt;</c>, <c>&gt;</c> …</param>
/// <param name="Value">Number for what is calculated, text for a formatted date, else a value of the field.</param>
/// <param name="Type">Type of the value.</param>
public sealed record AggregateCondition(AggregateColumn Column, string Comparison, object Value, ColumnType Type);
