using System.Text.Json;
using Pergola.Data.Events;
using Pergola.Data.Relations;
using Pergola.Data.Schema;

namespace Pergola.Plugins.AuditLog.Changes;

/// <summary>A row between two collections that came or went, as a change of the record it starts from.</summary>
internal static class LinkChange
{
    /// <returns>Key of the source record and the change; null when the row links nothing.</returns>
    public static (string Key, JsonElement Fields)? Write(BelongsToMany relation, JsonElement row, ChangeKinds kind)
    {
        if (row.Get(relation.ForeignKey.Name) is not { } source || row.Get(relation.OtherKey.Name) is not { } target)
        {
            return null;
        }

        var change = kind == ChangeKinds.Create ? "added" : "removed";
        var field = new Dictionary<string, object> { ["field"] = relation.Name, [change] = new[] { target } };
        return (source.ToString(), JsonSerializer.SerializeToElement(new[] { field }));
    }
}
