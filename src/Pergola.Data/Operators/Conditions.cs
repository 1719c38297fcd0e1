namespace Pergola.Data.Operators;

/// <summary>Conditions that several families share.</summary>
internal static class Conditions
{
    /// <summary>False for every row, also under <c>OR</c> with a test for NULL.</summary>
    public static readonly ConditionWriter Never = (sql, _) => sql.Append("1 = 0");

    /// <summary>Neither true nor false: what comparing with NULL gives.</summary>
    public static readonly ConditionWriter Unknown = (sql, _) => sql.Append("NULL");

    public static ConditionWriter IsNull(OperatorContext context)
    {
        var subject = new Subject(context.Path);
        return (sql, column) => sql.Append(subject.Plain(sql, column)).Append(" IS NULL");
    }

    public static ConditionWriter IsNotNull(OperatorContext context)
    {
        var subject = new Subject(context.Path);
        return (sql, column) => sql.Append(subject.Plain(sql, column)).Append(" IS NOT NULL");
    }

    /// <summary>The condition, or the subject is NULL.</summary>
    public static ConditionWriter OrNull(ConditionWriter condition, OperatorContext context)
    {
        var isNull = IsNull(context);
        return (sql, column) =>
        {
            sql.Append('(');
            condition(sql, column);
            sql.Append(" OR ");
            isNull(sql, column);
            sql.Append(')');
        };
    }

    public static ConditionWriter Not(ConditionWriter condition) =>
        (sql, column) =>
        {
            sql.Append("NOT (");
            condition(sql, column);
            sql.Append(')');
        };
}
