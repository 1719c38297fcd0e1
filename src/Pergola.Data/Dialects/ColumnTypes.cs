using System.Data.Common;
using Pergola.Data.Fields;
using Pergola.Data.Sql;

namespace Pergola.Data.Dialects;

/// <summary>Column kinds of this database: type names, how they are selected, read and bound.</summary>
public abstract class ColumnTypes
{
    public abstract ValueReader Values { get; }

    /// <summary>Type as it stands in DDL, such as <c>varchar(255)</c>. An auto-increment key is DdlSyntax's business.</summary>
    public abstract string SqlName(ColumnType type);

    /// <summary>Expression that selects a column so that <see cref="Values"/> reads it without loss.</summary>
    public virtual string Select(ColumnType type, string column) => column;

    /// <summary>Expression a column is sorted and compared by, such as one with a collation.</summary>
    public virtual string Comparable(ColumnType type, string column) => column;

    /// <summary>Expression that aggregate functions calculate with, such as a number kept as text made a number.</summary>
    public virtual string Summable(ColumnType type, string column) => column;

    /// <summary>Sum of the values of a group without loss, NULL when there are none.</summary>
    /// <param name="type">A kind of number.</param>
    /// <param name="column">The column, <c>DISTINCT</c> before it where equal values count once.</param>
    public virtual string Sum(ColumnType type, string column) => $"sum({column})";

    /// <summary>
    /// A parameter of a statement. A list value becomes one array parameter, see <see cref="SqlParameterValue"/>.
    /// </summary>
    public abstract DbParameter CreateParameter(DbCommand command, SqlParameterValue value);

    /// <summary>Marker with the cast the kind needs when it is bound, such as <c>$1::json</c>.</summary>
    public virtual string Bound(ColumnType type, string marker) => marker;

    /// <summary>Condition that a column is among the elements of one array parameter.</summary>
    public abstract string InArray(ColumnType type, string column, string marker);

    /// <summary>Condition that two expressions differ, NULL counting as a value.</summary>
    public abstract string IsDistinct(ColumnType type, string left, string right);
}
