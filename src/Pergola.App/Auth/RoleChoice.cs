using Pergola.App.Acl.Rules;

namespace Pergola.App.Auth;

/// <summary>
/// Which of their roles somebody acts as: the one they ask for, else their default, else the first; all of them where the app
/// uses them together.
/// </summary>
public sealed class RoleChoice(RulesStore rules)
{
    /// <param name="user">Somebody with at least one role.</param>
    /// <param name="bound">The role a key stays bound to, however roles are used; null without one.</param>
    /// <param name="wanted">The role that is asked for; empty for none.</param>
    /// <returns>The roles that count together; null when the one asked for is not theirs.</returns>
    public IReadOnlyList<string>? Choose(CurrentUser user, string? bound, string wanted)
    {
        if (bound is null && rules.Mode == RoleMode.All)
        {
            return Together(user);
        }

        wanted = bound ?? wanted;
        return wanted switch
        {
            "" => user.DefaultRole == RoleNames.Union && rules.Mode == RoleMode.OneOrAll
                ? Together(user)
                : [DefaultOf(user)],
            RoleNames.Union => rules.Mode == RoleMode.OneOrAll ? Together(user) : [user.Roles[0]],
            _ when user.Roles.Contains(wanted, StringComparer.Ordinal) => [wanted],
            _ => null,
        };
    }

    /// <summary>All roles; one that may do everything needs no others.</summary>
    private static IReadOnlyList<string> Together(CurrentUser user) =>
        user.Roles.Contains(RoleNames.Root, StringComparer.Ordinal) ? [RoleNames.Root] : user.Roles;

    private static string DefaultOf(CurrentUser user) =>
        user.DefaultRole is { } own && user.Roles.Contains(own, StringComparer.Ordinal) ? own : user.Roles[0];
}
