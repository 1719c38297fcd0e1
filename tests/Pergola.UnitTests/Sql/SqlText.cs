using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Pergola.Data.Dialects;
using Pergola.Data.Fields;
using Pergola.Data.Querying;
using Pergola.Data.Schema;
using Pergola.Data.Sql;

namespace Pergola.UnitTests.Sql;

/// <summary>Statements as text that is easy to compare: one clause per line, parameters below.</summary>
internal static partial class SqlText
{
    /// <summary>The statement of a query and those of everything it appends, each with two keys of parents.</summary>
    public static string Of(RecordQuery query, Dialect dialect)
    {
        var text = new StringBuilder();
        var compiled = SelectCompiler.Compile(query, dialect);
        Append(text, "records", compiled.Statement);
        AppendSlots(text, "", compiled, dialect);
        return text.ToString();
    }

    public static string OfCount(RecordQuery query, Dialect dialect) =>
        Of("count", CountCompiler.Compile(query, dialect));

    public static string Of(string title, SqlStatement statement)
    {
        var text = new StringBuilder();
        Append(text, title, statement);
        return text.ToString();
    }

    private static void AppendSlots(StringBuilder text, string path, CompiledSelect compiled, Dialect dialect)
    {
        foreach (var slot in compiled.Slots)
        {
            var name = path + slot.Append.Relation.Name;
            var append = SelectCompiler.CompileAppend(slot, Keys(slot.Key), dialect);
            Append(text, name + (slot.Append.Recursive ? " and what follows" : ""), append.Statement);
            var others = append with { Slots = [.. append.Slots.Where(s => !s.Append.Recursive)] };
            AppendSlots(text, name + ".", slot.Append.Recursive ? others : append, dialect);
        }
    }

    private static object?[] Keys(ColumnField key) =>
        key.ColumnType.Kind switch
        {
            ColumnKind.Int32 => [1, 2],
            ColumnKind.Int64 => [1L, 2L],
            ColumnKind.Uuid => [Guid.Empty],
            _ => ["a", "b"],
        };

    private static void Append(StringBuilder text, string title, SqlStatement statement)
    {
        text.Append("-- ").Append(title).Append('\n');
        text.Append(Clause().Replace(statement.Text, "\n$1 ")).Append('\n');
        for (var index = 0; index < statement.Parameters.Count; index++)
        {
            var parameter = statement.Parameters[index];
            text.Append(CultureInfo.InvariantCulture, $"--   {index + 1}: {parameter.Type.Kind} ")
                .Append(Show(parameter.Value))
                .Append('\n');
        }
    }

    private static string Show(object? value) =>
        value switch
        {
            null => "NULL",
            IReadOnlyList<object?> list => $"[{string.Join(", ", list.Select(Show))}]",
            string text => $"'{text}'",
            DateTime { Kind: DateTimeKind.Utc } time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'"),
            DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss"),
            DateOnly date => date.ToString("yyyy-MM-dd"),
            TimeOnly time => time.ToString("HH:mm:ss"),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };

    [GeneratedRegex(" (FROM|LEFT JOIN|JOIN|WHERE|GROUP BY|HAVING|ORDER BY|LIMIT|UNION SELECT) ")]
    private static partial Regex Clause();
}
