using Pergola.Data.Fields;

namespace Pergola.Data.Sql;

/// <summary>SQL text and its parameters, in the order of their positions.</summary>
public sealed record SqlStatement(string Text, IReadOnlyList<SqlParameterValue> Parameters)
{
    /// <summary>How long the database may take for it, null for as long as usual.</summary>
    public TimeSpan? TimeLimit { get; init; }
}

/// <summary>
/// One parameter. With <see cref="IsList"/> the value is an <c>IReadOnlyList&lt;object?&gt;</c> bound as one array, so that its
/// length does not change the statement.
/// </summary>
public readonly record struct SqlParameterValue(object? Value, ColumnType Type, bool IsList = false);
