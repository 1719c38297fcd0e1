using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Pergola.Data.Operators;

/// <summary>Filter operators by wire name, <c>$</c> included.</summary>
public sealed class OperatorRegistry(IEnumerable<FilterOperator> operators)
{
    private readonly FrozenDictionary<string, FilterOperator> _operators = operators.ToFrozenDictionary(
        o => o.Name,
        StringComparer.Ordinal
    );

    public bool TryGet(string name, [NotNullWhen(true)] out FilterOperator? filterOperator) =>
        _operators.TryGetValue(name, out filterOperator);
}
