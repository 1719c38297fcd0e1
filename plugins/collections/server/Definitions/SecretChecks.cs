using Pergola.Core.Errors;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Collections.Definitions;

/// <summary>
/// Refuses definitions by which a stored secret, such as the hash of a password, could be read: as a field of another type,
/// through a second field on its column, or copied as the key of a relation.
/// </summary>
internal static class SecretChecks
{
    /// <param name="type">The type the definition has now.</param>
    /// <param name="column">What came of it.</param>
    /// <param name="before">What was there, null for a new field.</param>
    public static void CheckColumn(string type, ColumnField column, ColumnField? before)
    {
        if (before is { Type.IsSecret: true } && type != before.Type.Name)
        {
            throw Refusal(column.Name, "type", before.Name);
        }

        var twin = column.Collection.Columns.FirstOrDefault(c =>
            c != column && c.ColumnName == column.ColumnName && c.Type.IsSecret != column.Type.IsSecret
        );
        if (twin is not null)
        {
            throw Refusal(column.Name, "field", column.Type.IsSecret ? column.Name : twin.Name);
        }
    }

    /// <param name="field">Name of the relation.</param>
    /// <param name="keys">Every key of it.</param>
    public static void CheckKeys(string field, IEnumerable<ColumnField> keys)
    {
        if (keys.FirstOrDefault(key => key.Type.IsSecret) is { } secret)
        {
            throw Refusal(field, "foreignKey", secret.Name);
        }
    }

    /// <param name="collection">Name of the collection.</param>
    /// <param name="key">The field that is to name its records.</param>
    public static void CheckRecordKey(string collection, ColumnField key)
    {
        if (key.Type.IsSecret)
        {
            throw Refusal(collection, "filterTargetKey", key.Name);
        }
    }

    private static ValidationException Refusal(string owner, string option, string secret) =>
        new(
            "{owner}: {option} would lead to the secret values of \"{field}\"",
            [("owner", owner), ("option", option), ("field", secret)],
            owner
        );
}
