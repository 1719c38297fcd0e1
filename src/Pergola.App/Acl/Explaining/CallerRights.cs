using Pergola.App.Acl.Rules;
using Pergola.App.Actions;
using Pergola.Data.Schema;

namespace Pergola.App.Acl.Explaining;

/// <summary>
/// What somebody may use, see and write, asked of all there is rather than for one request. From memory alone, and of the same
/// books that decide requests.
/// </summary>
public sealed class CallerRights(
    OpeningBook openings,
    PermissionBook book,
    bool isSignedIn,
    IReadOnlyList<string> roles
)
{
    private readonly RequestAccess _access = new(book, roles);
    private readonly Dictionary<(string Resource, string Action), Opening> _openings = [];

    /// <summary>Whether an action of a resource is open to them.</summary>
    /// <param name="records">The collection whose records it is about, null for none.</param>
    public bool MayUse(string resource, string action, Collection? records) =>
        IsOpen(resource, action)
        || (
            records is not null
            && ActionNames.Needed.TryGetValue(action, out var needed)
            && needed.All(name => _access.Of(records, name) is not null)
        );

    /// <summary>Whether an action of an association is.</summary>
    public bool MayUse(Relation relation, string action)
    {
        var resource = $"{relation.Collection.Name}.{relation.Name}";
        return ActionNames.Links.Contains(action)
            ? IsOpen(resource, action) || _access.ToLink(relation.Collection, relation) is not null
            : MayUse(resource, action, relation.Target);
    }

    /// <summary>Whether a field is in the records they get.</summary>
    public bool MaySee(Field field)
    {
        if (field.Hidden)
        {
            return false;
        }

        return OpeningOf(field.Collection.Name, "list") == Opening.Root
            || QueryGuard.IsSeen(field, ViewOf(field.Collection), _access);
    }

    /// <summary>Whether an action takes a value for a field from them.</summary>
    /// <param name="action">An action that permissions are given for: <c>create</c> or <c>update</c>.</param>
    public bool MayWrite(Field field, string action)
    {
        var collection = field.Collection;
        return IsOpen(collection.Name, action)
            || (
                _access.Of(collection, action) is { } permission
                && permission.WrittenFields?.Contains(field.Name, StringComparer.Ordinal) is not false
            );
    }

    private Permission ViewOf(Collection collection) =>
        IsOpen(collection.Name, "list") || IsOpen(collection.Name, "get")
            ? Permission.Everything
            : _access.Of(collection, ActionNames.View) ?? Permission.Nothing;

    private bool IsOpen(string resource, string action) => OpeningOf(resource, action) != Opening.None;

    /// <summary>What is open to those who are signed in is not to strangers.</summary>
    private Opening OpeningOf(string resource, string action)
    {
        if (!_openings.TryGetValue((resource, action), out var opening))
        {
            opening = openings.Of(isSignedIn, roles, resource, action);
            if (opening == Opening.SignedIn && !isSignedIn)
            {
                opening = Opening.None;
            }

            _openings.Add((resource, action), opening);
        }

        return opening;
    }
}
