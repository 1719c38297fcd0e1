using Pergola.Data.Dialects;
using Pergola.Data.Schema;

namespace Pergola.Data.Ddl;

/// <summary>One change of a table; becomes SQL when it is made, because some changes depend on what is there.</summary>
public abstract record DdlChange(TableName Table)
{
    /// <summary>Columns the change is about, for errors that name none.</summary>
    public virtual IReadOnlyList<string> Columns => [];

    /// <summary>Whether <see cref="ToSql"/> has to know the table as it is at that moment.</summary>
    public virtual bool NeedsPhysical => false;

    public abstract IReadOnlyList<string> ToSql(DdlSyntax syntax, PhysicalTable physical);
}

/// <summary>Creates the table of a collection with keys and unique constraints.</summary>
public sealed record CreateTable(Collection Collection) : DdlChange(Collection.Table)
{
    public override IReadOnlyList<string> ToSql(DdlSyntax syntax, PhysicalTable physical) =>
        syntax.CreateTable(Collection);
}

/// <summary>Drops a table, with what depends on it when <paramref name="Cascade"/>.</summary>
public sealed record DropTable(TableName Table, bool Cascade) : DdlChange(Table)
{
    public override IReadOnlyList<string> ToSql(DdlSyntax syntax, PhysicalTable physical) =>
        syntax.DropTable(Table, Cascade);
}

/// <summary>Adds the column of a field, unless an earlier field has left one of that name.</summary>
public sealed record AddColumn(Collection Collection, ColumnField Column) : DdlChange(Collection.Table)
{
    public override IReadOnlyList<string> Columns => [Column.ColumnName];

    public override bool NeedsPhysical => true;

    public override IReadOnlyList<string> ToSql(DdlSyntax syntax, PhysicalTable physical) =>
        physical.Columns.Contains(Column.ColumnName) ? [] : syntax.AddColumn(Collection, Column, physical);
}

/// <summary>Drops a column and every key and index over it.</summary>
public sealed record DropColumn(TableName Table, ColumnField Column) : DdlChange(Table)
{
    public override IReadOnlyList<string> Columns => [Column.ColumnName];

    public override bool NeedsPhysical => true;

    public override IReadOnlyList<string> ToSql(DdlSyntax syntax, PhysicalTable physical) =>
        physical.Columns.Contains(Column.ColumnName) ? syntax.DropColumn(Table, Column, physical) : [];
}

/// <summary>Sets or drops the default of a column; rows keep their values.</summary>
public sealed record AlterDefault(TableName Table, ColumnField Column) : DdlChange(Table)
{
    public override IReadOnlyList<string> Columns => [Column.ColumnName];

    public override bool NeedsPhysical => true;

    public override IReadOnlyList<string> ToSql(DdlSyntax syntax, PhysicalTable physical) =>
        syntax.AlterDefault(Table, Column, physical);
}

/// <summary>Lets a column be NULL, or not; fails when rows are NULL that must not be.</summary>
public sealed record AlterNull(TableName Table, ColumnField Column) : DdlChange(Table)
{
    public override IReadOnlyList<string> Columns => [Column.ColumnName];

    public override bool NeedsPhysical => true;

    public override IReadOnlyList<string> ToSql(DdlSyntax syntax, PhysicalTable physical) =>
        syntax.AlterNull(Table, Column, physical);
}

/// <summary>Lets a column be NULL that stays without a field to fill it.</summary>
public sealed record DropNotNull(TableName Table, ColumnField Column) : DdlChange(Table)
{
    public override IReadOnlyList<string> Columns => [Column.ColumnName];

    public override bool NeedsPhysical => true;

    public override IReadOnlyList<string> ToSql(DdlSyntax syntax, PhysicalTable physical) =>
        physical.Columns.Contains(Column.ColumnName) ? syntax.DropNotNull(Table, Column, physical) : [];
}

/// <summary>Adds a unique constraint.</summary>
public sealed record AddUnique(TableName Table, UniqueKey Key) : DdlChange(Table)
{
    public override IReadOnlyList<string> Columns => [.. Key.Columns.Select(c => c.ColumnName)];

    public override IReadOnlyList<string> ToSql(DdlSyntax syntax, PhysicalTable physical) =>
        syntax.AddUnique(Table, Key);
}

/// <summary>Drops the unique constraints over exactly the columns of a key, whatever their names.</summary>
public sealed record DropUnique(TableName Table, UniqueKey Key) : DdlChange(Table)
{
    public override bool NeedsPhysical => true;

    public override IReadOnlyList<string> ToSql(DdlSyntax syntax, PhysicalTable physical) =>
        syntax.DropUnique(Table, Key, physical);
}

/// <summary>Creates an index together with its table.</summary>
public sealed record CreateIndex(TableName Table, IndexKey Index) : DdlChange(Table)
{
    public override IReadOnlyList<string> ToSql(DdlSyntax syntax, PhysicalTable physical) =>
        [syntax.CreateIndex(Table, Index, concurrently: false)];
}

/// <summary>Drops the indexes over exactly the columns of an index, whatever their names.</summary>
public sealed record DropIndex(TableName Table, IndexKey Index) : DdlChange(Table)
{
    public override bool NeedsPhysical => true;

    public override IReadOnlyList<string> ToSql(DdlSyntax syntax, PhysicalTable physical) =>
        syntax.DropIndex(Table, Index, physical);
}

/// <summary>An index on a table that was there before, perhaps large: it is built once the change has committed.</summary>
/// <param name="IsInvalid">Whether a failed build of the same name has to be removed first.</param>
public sealed record IndexBuild(TableName Table, IndexKey Index, bool IsInvalid = false);
