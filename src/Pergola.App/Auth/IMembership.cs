using System.Text.Json;
using Pergola.App.Plugins;
using Pergola.Data.Records;

namespace Pergola.App.Auth;

/// <summary>Something users belong to that gives them roles besides their own.</summary>
[ExtensionPoint]
public interface IMembership
{
    /// <summary>The property of a user's record that says what they belong to.</summary>
    string Name { get; }

    /// <summary>
    /// What a user belongs to. It is kept in memory with the user: whoever changes it says so with
    /// <see cref="UserChanges.NoteWith"/>.
    /// </summary>
    ValueTask<MembershipGrant> FindAsync(long userId, CancellationToken cancellationToken);

    /// <summary>Names of the roles a user has by it, as the transaction of a write sees them.</summary>
    Task<IReadOnlyList<string>> RolesOfAsync(object userId, WriteSession session, CancellationToken cancellationToken);
}

/// <summary>What a user belongs to, and the roles they have by it.</summary>
/// <param name="Record">Value of the property; null when there is nothing they belong to.</param>
/// <param name="Roles">The roles, each as often as it is given.</param>
public sealed record MembershipGrant(JsonElement? Record, IReadOnlyList<GrantedRole> Roles);

/// <summary>A role that somebody has by what they belong to.</summary>
/// <param name="Role">Row of <c>roles</c>.</param>
/// <param name="From">What gives it, in the words of people: such as the title of a department.</param>
public sealed record GrantedRole(JsonElement Role, string From);
