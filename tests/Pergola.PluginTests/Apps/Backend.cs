namespace Pergola.PluginTests.Apps;

/// <summary>A database and the way its tables are named.</summary>
public enum Backend
{
    Sqlite,
    PostgreSql,

    /// <summary><c>DB_UNDERSCORED=true</c>.</summary>
    PostgreSqlUnderscored,

    /// <summary><c>DB_SCHEMA</c> with a schema that is not there yet, and <c>DB_TABLE_PREFIX</c>.</summary>
    PostgreSqlInSchema,
}
