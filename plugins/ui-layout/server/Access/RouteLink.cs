using Pergola.Data.Events;

namespace Pergola.Plugins.UiLayout.Access;

/// <summary>A row that links a role with an entry of a menu.</summary>
internal static class RouteLink
{
    /// <summary>The role it is about; both when it is made to be about another one.</summary>
    public static IReadOnlyList<string> RolesOf(RecordChange change)
    {
        var roles = new List<string>();
        if (change.Values.GetValueOrDefault(change.Collection.Column("roleName")) is string given)
        {
            roles.Add(given);
        }

        for (var index = 0; change.Key is { } key && index < key.Columns.Count; index++)
        {
            if (key.Columns[index].Name == "roleName")
            {
                roles.Add(key.Values[index].ToString()!);
            }
        }

        return roles;
    }
}
