using System.Text.Json;
using Pergola.Data.Fields;
using Pergola.Data.Fields.Choice;
using Pergola.Data.Fields.Json;

namespace Pergola.Data.Operators;

/// <summary>Elements of arrays. Order does not matter: arrays are sorted on save and operands here.</summary>
internal static class ArrayOperators
{
    public static readonly IReadOnlyList<FilterOperator> All =
    [
        new("$match", Match),
        new("$notMatch", context => Conditions.Not(Match(context))),
        new("$anyOf", AnyOf),
        new("$noneOf", NoneOf),
        new("$arrayEmpty", IsEmpty),
        new("$arrayNotEmpty", IsNotEmpty),
        new("$contains", Contains),
        new("$overlap", AnyOf),
    ];

    /// <summary>No element or NULL.</summary>
    public static ConditionWriter IsEmpty(OperatorContext context)
    {
        var type = TypeOf(context);
        return Conditions.OrNull((sql, column) => sql.Dialect.Json.IsEmptyArray(sql, type, column), context);
    }

    public static ConditionWriter IsNotEmpty(OperatorContext context)
    {
        var type = TypeOf(context);
        var isNotNull = Conditions.IsNotNull(context);
        return (sql, column) =>
        {
            sql.Append('(');
            isNotNull(sql, column);
            sql.Append(" AND NOT (");
            sql.Dialect.Json.IsEmptyArray(sql, type, column);
            sql.Append("))");
        };
    }

    private static ConditionWriter Match(OperatorContext context)
    {
        var (type, elements) = (TypeOf(context), ReadElements(context));
        return (sql, column) => sql.Dialect.Json.SameElements(sql, type, column, elements);
    }

    private static ConditionWriter AnyOf(OperatorContext context)
    {
        var (type, elements) = (TypeOf(context), ReadElements(context));
        return elements.Count == 0
            ? Conditions.Never
            : (sql, column) => sql.Dialect.Json.SharesElement(sql, type, column, elements);
    }

    private static ConditionWriter NoneOf(OperatorContext context) =>
        Conditions.OrNull(Conditions.Not(AnyOf(context)), context);

    private static ConditionWriter Contains(OperatorContext context)
    {
        var type = TypeOf(context);
        var json =
            type.Kind == ColumnKind.Array
                ? "[" + string.Join(',', ReadElements(context)) + "]"
                : JsonValues.Read(context.Operand, context.Field);
        return (sql, column) => sql.Dialect.Json.Contains(sql, type, column, json);
    }

    /// <summary>JSON texts of the elements in stored order; a single value stands for an array of it.</summary>
    private static IReadOnlyList<string> ReadElements(OperatorContext context)
    {
        if (context.Operand.ValueKind is JsonValueKind.Null or JsonValueKind.Object or JsonValueKind.Undefined)
        {
            throw context.Invalid("{operator} on {field} needs a list of values");
        }

        return ArrayValues.ReadElements(
            context.Operand.ValueKind == JsonValueKind.Array ? context.Operand.EnumerateArray() : [context.Operand],
            context.Field,
            distinct: context.Field.Type is SetField
        );
    }

    private static ColumnType TypeOf(OperatorContext context)
    {
        var subject = new Subject(context.Path);
        return subject.IsStructure ? subject.Type : throw context.NotApplicable();
    }
}
