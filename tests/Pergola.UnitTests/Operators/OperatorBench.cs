using System.Globalization;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Fields;
using Pergola.Data.Operators;
using Pergola.Data.Querying;
using Pergola.Data.Sql;
using Pergola.UnitTests.Fields;

namespace Pergola.UnitTests.Operators;

/// <summary>Applies operators to one field, called <c>c</c> in SQL.</summary>
internal sealed class OperatorBench(FieldBench bench, params string[] document)
{
    public OperatorBench(string type, string options = "")
        : this(new FieldBench(type, options)) { }

    private static readonly OperatorRegistry Registry = new(StandardOperators.All);

    public OperatorContext Context(string name, string operand) =>
        new(new FieldPath([], bench.Field, document), name, JsonText.Parse(operand), bench.Context);

    /// <summary>SQL of the condition with the parameters behind it, in their column kinds.</summary>
    public string Sql(string name, string operand)
    {
        Assert.True(Registry.TryGet(name, out var found), $"{name} is missing");
        var condition = found.Bind(Context(name, operand));
        var once = Write(condition);
        Assert.Equal(once, Write(condition));
        return once;
    }

    /// <summary>Asserts that the operand is refused with an error that names the field.</summary>
    public PergolaException Refuse(string name, string operand)
    {
        var exception = Assert.ThrowsAny<PergolaException>(() => Sql(name, operand));
        Assert.True(exception is BadRequestException or ValidationException, exception.GetType().Name);
        Assert.StartsWith("f", exception.Field, StringComparison.Ordinal);
        Assert.Contains("f", exception.Message, StringComparison.Ordinal);
        return exception;
    }

    private static string Write(ConditionWriter condition)
    {
        var sql = new SqlWriter(new PlainDialect());
        condition(sql, "c");
        var statement = sql.ToStatement();
        var parameters = statement.Parameters.Select(p => $"{p.Type.Kind} {Show(p.Value)}");
        return statement.Parameters.Count == 0 ? statement.Text : $"{statement.Text} | {string.Join(", ", parameters)}";
    }

    private static string Show(object? value) =>
        value switch
        {
            IReadOnlyList<object?> list => "[" + string.Join(' ', list.Select(Show)) + "]",
            DateTime { Kind: DateTimeKind.Utc } time => time.ToString(
                "yyyy-MM-ddTHH:mm:ss.fffZ",
                CultureInfo.InvariantCulture
            ),
            DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture),
            DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "NULL",
        };
}
