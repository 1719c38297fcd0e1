using System.Globalization;
using Pergola.Core.Errors;
using Pergola.Data.Events;

namespace Pergola.Plugins.Departments.Members;

/// <summary>The two keys of a row that links a department.</summary>
internal static class MembershipRow
{
    /// <summary>A key of the row that is written or goes.</summary>
    public static object? Of(RecordChange change, string column)
    {
        var field = change.Collection.Column(column);
        if (change.Values.GetValueOrDefault(field) is { } given)
        {
            return given;
        }

        for (var index = 0; change.Key is { } key && index < key.Columns.Count; index++)
        {
            if (key.Columns[index].Name == column)
            {
                return key.Values[index];
            }
        }

        return null;
    }

    /// <exception cref="BadRequestException">A link would lead to something else: that is another link.</exception>
    public static void RefuseMove(RecordChange change)
    {
        for (var index = 0; change.Key is { } key && index < key.Columns.Count; index++)
        {
            if (
                change.Kind == ChangeKinds.Update
                && change.Values.TryGetValue(key.Columns[index], out var given)
                && !string.Equals(Text(given), Text(key.Values[index]), StringComparison.Ordinal)
            )
            {
                throw new BadRequestException(
                    "\"{field}\" of a link cannot be changed: remove the link and add another",
                    [("field", key.Columns[index].Name)],
                    key.Columns[index].Name
                );
            }
        }
    }

    private static string? Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture);
}
