using System.Data.Common;
using Pergola.Data.Schema;

namespace Pergola.Data.Dialects;

/// <summary>Data definition statements. Names arrive unquoted and physical; the result is complete SQL.</summary>
public abstract class DdlSyntax
{
    /// <summary>Statements that create a table with columns, primary key and unique constraints.</summary>
    public abstract IReadOnlyList<string> CreateTable(Collection collection);

    public abstract IReadOnlyList<string> DropTable(TableName table, bool cascade);

    public abstract IReadOnlyList<string> AddColumn(Collection collection, ColumnField column);

    /// <summary>Drops a column with every index and constraint that uses it.</summary>
    public abstract IReadOnlyList<string> DropColumn(Collection collection, ColumnField column);

    /// <summary>Sets or drops the default of a column.</summary>
    public abstract IReadOnlyList<string> AlterDefault(Collection collection, ColumnField column);

    public abstract IReadOnlyList<string> AddUnique(Collection collection, UniqueKey key);

    public abstract IReadOnlyList<string> DropUnique(Collection collection, UniqueKey key);

    /// <summary>Creates an index inside the transaction of its table change.</summary>
    public abstract string CreateIndex(Collection collection, IndexKey index, bool concurrently);

    public abstract string DropIndex(Collection collection, IndexKey index);

    /// <summary>Literal of a column default, such as <c>'gold'</c>.</summary>
    public abstract string Literal(Fields.ColumnType type, object value);

    /// <summary>What exists: tables with columns, unique keys and indexes, for start-up and adoption.</summary>
    public abstract Task<PhysicalSchema> ReadSchemaAsync(
        DbConnection connection,
        string? schemaName,
        CancellationToken cancellationToken
    );
}
