using Pergola.App.Auth;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Acl.Explain;

/// <summary>Where the roles of a user come from.</summary>
internal sealed class RoleOrigins(IEnumerable<IMembership> memberships)
{
    private readonly IMembership[] _memberships = [.. memberships];

    public async Task<IReadOnlyList<RoleOrigin>> FindAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var granted = new List<(string Role, Origin From)>();
        foreach (var membership in _memberships)
        {
            var grant = await membership.FindAsync(user.Id, cancellationToken);
            granted.AddRange(
                grant.Roles.Select(r => (r.Role.Text("name") ?? string.Empty, new Origin(membership.Name, r.From)))
            );
        }

        var origins = granted.ToLookup(g => g.Role, g => g.From, StringComparer.Ordinal);
        return
        [
            .. (user.Record.Get("roles")?.EnumerateArray() ?? default)
                .Where(role => role.Text("name") is not null)
                .Select(role => new RoleOrigin(
                    role.Text("name")!,
                    role.Text("title"),
                    // Only what is given to the user themselves has a row that links both.
                    role.Get("rolesUsers")
                        is not null,
                    [.. origins[role.Text("name")!].Distinct()]
                )),
        ];
    }
}

/// <summary>A role of a user.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">Its title, may be a <c>{{t("…")}}</c> template.</param>
/// <param name="IsOwn">Whether it is given to the user themselves.</param>
/// <param name="From">What else gives it.</param>
internal sealed record RoleOrigin(string Name, string? Title, bool IsOwn, IReadOnlyList<Origin> From);

/// <summary>Something a user belongs to.</summary>
/// <param name="By">Of which kind it is, such as <c>departments</c>.</param>
/// <param name="Title">What people call it.</param>
internal sealed record Origin(string By, string Title);
