using Pergola.Data.Dialects;
using Pergola.Data.Schema;

namespace Pergola.Data.Ddl;

/// <summary>
/// What has to be done to the tables: changes that belong into the transaction of the definitions, in order, and
/// indexes to build after it has committed.
/// </summary>
public sealed record DdlPlan(IReadOnlyList<DdlChange> Changes, IReadOnlyList<IndexBuild> Indexes)
{
    public bool IsEmpty => Changes.Count == 0 && Indexes.Count == 0;

    /// <summary>
    /// Everything the snapshot wants and the database lacks, for start-up. Nothing is dropped or retyped; further tables
    /// and columns are left alone.
    /// </summary>
    public static DdlPlan CreateMissing(PhysicalSchema physical, SchemaSnapshot target) =>
        MissingParts.Plan(physical, target);

    /// <summary>
    /// The difference between two snapshots. Types of columns are not changed; a column goes with the last field that describes
    /// it, a table with its last column.
    /// </summary>
    /// <param name="before">The snapshot the database has.</param>
    /// <param name="after">The snapshot it shall have.</param>
    /// <param name="cascade">Whether database objects that depend on a dropped table go with it.</param>
    public static DdlPlan Diff(SchemaSnapshot before, SchemaSnapshot after, bool cascade = false) =>
        SchemaDiff.Plan(before, after, cascade);
}
