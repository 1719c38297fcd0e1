using System.Data.Common;
using Pergola.Data.Schema;

namespace Pergola.Data.Dialects;

/// <summary>Finds the fields a database complains about: by column where it names them, else by constraint.</summary>
internal sealed class FaultFields(Database database)
{
    /// <summary>
    /// How long the catalog is asked. The asking transaction still holds its connection, so with an exhausted pool there
    /// may be none for the question; the error then names no field.
    /// </summary>
    private static readonly TimeSpan LookupLimit = TimeSpan.FromSeconds(2);

    public async ValueTask<IReadOnlyList<ColumnField>> FindAsync(
        DatabaseFault fault,
        SchemaSnapshot schema,
        CancellationToken cancellationToken
    )
    {
        if (fault.Table is null)
        {
            return [];
        }

        var collections = schema.Collections.Where(c => c.Table.Name == fault.Table).ToList();
        if (fault.Columns.Count > 0)
        {
            return Match(collections, fault.Columns);
        }

        if (fault.Constraint is null)
        {
            return [];
        }

        return FindKey(collections, fault.Constraint)
            ?? Match(collections, await LookUpAsync(fault.Table, fault.Constraint, cancellationToken));
    }

    private static IReadOnlyList<ColumnField>? FindKey(IEnumerable<Collection> collections, string constraint)
    {
        foreach (var collection in collections)
        {
            if (constraint == collection.Table.Name + "_pkey")
            {
                return collection.PrimaryKey;
            }

            if (collection.UniqueKeys.FirstOrDefault(k => k.Name == constraint) is { } key)
            {
                return key.Columns;
            }
        }

        return null;
    }

    private static List<ColumnField> Match(IReadOnlyList<Collection> collections, IReadOnlyList<string> columns)
    {
        var fields = new List<ColumnField>();
        foreach (var name in columns)
        {
            if (collections.SelectMany(c => c.Columns).FirstOrDefault(c => c.ColumnName == name) is { } field)
            {
                fields.Add(field);
            }
        }

        return fields;
    }

    private async ValueTask<IReadOnlyList<string>> LookUpAsync(
        string table,
        string constraint,
        CancellationToken cancellationToken
    )
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(LookupLimit);
        try
        {
            return await database.FindConstraintColumnsAsync(table, constraint, limited.Token);
        }
        catch (Exception exception) when (exception is DbException or OperationCanceledException)
        {
            // The fault itself is known and is what the caller has to hear of; only the names are missing.
            return [];
        }
    }
}
