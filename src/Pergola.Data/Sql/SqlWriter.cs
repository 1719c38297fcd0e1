using System.Text;
using Pergola.Data.Dialects;
using Pergola.Data.Fields;

namespace Pergola.Data.Sql;

/// <summary>Collects SQL text and parameters. Values never enter the text.</summary>
public sealed class SqlWriter(Dialect dialect)
{
    private readonly StringBuilder _text = new(512);
    private readonly List<SqlParameterValue> _parameters = [];
    private TimeSpan? _timeLimit;

    public Dialect Dialect { get; } = dialect;

    /// <summary>Number of parameters so far.</summary>
    public int ParameterCount => _parameters.Count;

    public SqlWriter Append(string sql)
    {
        _text.Append(sql);
        return this;
    }

    public SqlWriter Append(char sql)
    {
        _text.Append(sql);
        return this;
    }

    public SqlWriter Append(int number)
    {
        _text.Append(number);
        return this;
    }

    /// <summary>Appends a parameter with the cast its kind needs.</summary>
    public SqlWriter Parameter(object? value, ColumnType type) => Append(Marker(value, type));

    /// <summary>Adds a parameter and returns its marker (with cast), for functions that take SQL text.</summary>
    public string Marker(object? value, ColumnType type)
    {
        _parameters.Add(new SqlParameterValue(value, type));
        return Dialect.Columns.Bound(type, Dialect.Quoting.Parameter(_parameters.Count));
    }

    /// <summary>Appends the condition that a column is one of the values, bound as one parameter.</summary>
    public SqlWriter In(ColumnType type, string column, IReadOnlyList<object?> values)
    {
        _parameters.Add(new SqlParameterValue(values, type, IsList: true));
        return Append(Dialect.Columns.InArray(type, column, Dialect.Quoting.Parameter(_parameters.Count)));
    }

    /// <summary>Appends items with a separator between them.</summary>
    public SqlWriter Join<T>(string separator, IEnumerable<T> items, Action<SqlWriter, T> append)
    {
        var first = true;
        foreach (var item in items)
        {
            if (!first)
            {
                Append(separator);
            }

            first = false;
            append(this, item);
        }

        return this;
    }

    /// <summary>
    /// SQL of an expression without appending it, for functions that take SQL text. Its parameters are added.
    /// </summary>
    public string Capture(Action<SqlWriter> write)
    {
        var start = _text.Length;
        write(this);
        var captured = _text.ToString(start, _text.Length - start);
        _text.Length = start;
        return captured;
    }

    /// <summary>For statements that callers could make expensive.</summary>
    public void LimitTime(TimeSpan limit) => _timeLimit = limit;

    public SqlStatement ToStatement() => new(_text.ToString(), _parameters) { TimeLimit = _timeLimit };

    public override string ToString() => _text.ToString();
}
