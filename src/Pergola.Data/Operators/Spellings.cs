using Pergola.Data.Schema;

namespace Pergola.Data.Operators;

/// <summary>Spellings of operators of the query language underneath: as it is, in snake case, in lower case.</summary>
internal static class Spellings
{
    /// <param name="name">Name in camel case without <c>$</c>.</param>
    public static IEnumerable<FilterOperator> Of(string name, Func<OperatorContext, ConditionWriter> bind) =>
        OthersOf(name, bind).Prepend(new FilterOperator("$" + name, bind));

    /// <summary>The spellings besides the name itself, for names that mean something else in camel case.</summary>
    public static IEnumerable<FilterOperator> OthersOf(string name, Func<OperatorContext, ConditionWriter> bind) =>
        new[] { Naming.ToSnakeCase(name), name.ToLowerInvariant() }
            .Distinct(StringComparer.Ordinal)
            .Where(spelling => spelling != name)
            .Select(spelling => new FilterOperator("$" + spelling, bind));
}
