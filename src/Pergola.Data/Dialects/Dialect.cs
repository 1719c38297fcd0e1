namespace Pergola.Data.Dialects;

/// <summary>
/// The differences of one SQL database, by area. An area returns SQL or reads a value for one difference and knows no
/// query; the compilers in Sql put the pieces together.
/// </summary>
public abstract class Dialect
{
    /// <summary>Name on the wire and in <c>DB_DIALECT</c>: <c>postgres</c> or <c>sqlite</c>.</summary>
    public abstract string Name { get; }

    public abstract Quoting Quoting { get; }

    public abstract ColumnTypes Columns { get; }

    public abstract TextFunctions Text { get; }

    public abstract JsonFunctions Json { get; }

    public abstract DateFunctions Dates { get; }

    public abstract DdlSyntax Ddl { get; }

    public abstract ErrorCodes Errors { get; }

    /// <summary>
    /// Ends a select of one table whose rows nobody else may change until the transaction is over. Nothing where there is
    /// one writer at a time.
    /// </summary>
    public virtual string RowLock => string.Empty;
}
