using Pergola.Data.Dialects;
using Pergola.Data.Schema;
using Pergola.Hosting.Configuration;

namespace Pergola.Hosting.Generations;

/// <summary>
/// Whether the tables that are there have names of the other kind (<c>DB_UNDERSCORED</c>). Going on would leave the data of
/// an installation aside and start an empty one beside it.
/// </summary>
internal static class NamingCheck
{
    /// <exception cref="ConfigurationException">The variable contradicts the database.</exception>
    public static async Task CheckAsync(
        Database database,
        Naming naming,
        IEnumerable<CollectionDefinition> collections,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var physical = await database.Dialect.Ddl.ReadSchemaAsync(
            connection,
            transaction: null,
            naming.SchemaName,
            cancellationToken
        );
        var other = naming with { Underscored = !naming.Underscored };
        foreach (var collection in collections)
        {
            var wanted = naming.Table(collection.Name).Name;
            var found = other.Table(collection.Name).Name;
            if (wanted != found && physical.Tables.ContainsKey(found) && !physical.Tables.ContainsKey(wanted))
            {
                throw new ConfigurationException(
                    $"DB_UNDERSCORED must be {(other.Underscored ? "true" : "unset")}: the database has a table {found}."
                );
            }
        }
    }
}
