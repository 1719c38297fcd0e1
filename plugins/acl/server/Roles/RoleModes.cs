using Pergola.App.Acl.Rules;
using Pergola.Core.Errors;

namespace Pergola.Plugins.Acl.Roles;

/// <summary>How roles are used, as <c>systemSettings.roleMode</c> names it.</summary>
internal static class RoleModes
{
    private static readonly (RoleMode Mode, string Name)[] All =
    [
        (RoleMode.One, "default"),
        (RoleMode.OneOrAll, "allow-use-union"),
        (RoleMode.All, "only-use-union"),
    ];

    public static string NameOf(RoleMode mode) => All.First(m => m.Mode == mode).Name;

    /// <exception cref="BadRequestException">There is no such mode.</exception>
    public static RoleMode Parse(string? name)
    {
        foreach (var (mode, known) in All)
        {
            if (known == name)
            {
                return mode;
            }
        }

        throw new BadRequestException("Invalid role mode", field: "roleMode");
    }
}
