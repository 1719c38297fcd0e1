namespace Pergola.Data.Ddl;

/// <summary>Locks under which tables change.</summary>
public static class SchemaLocks
{
    /// <summary>Held while an index is built beside writers.</summary>
    public const string Indexes = "pergola:indexes";

    private const string Schema = "pergola:schema";

    /// <summary>
    /// What a change of tables begins with. Altering a table while an index of it is built would make everybody else wait
    /// for both, so changes wait for builds.
    /// </summary>
    public static IReadOnlyList<string> Change { get; } = [Schema, Indexes];
}
