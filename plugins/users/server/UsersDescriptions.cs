using Pergola.App.Describing;

namespace Pergola.Plugins.Users;

/// <summary>What clients are told of the actions of this plugin.</summary>
internal static class UsersDescriptions
{
    private const string AccountRules = "{enableEditProfile: boolean, enableChangePassword: boolean}";

    public static readonly IReadOnlyList<ActionDescription> Users =
    [
        new("updateLang", "Choose one's own language") { Body = """{appLang: string "Such as en-US"}""" },
        new("updateProfile", "Change one's own profile")
        {
            Body = "{nickname?: string | null, username?: string, email?: string | null, phone?: string | null}",
            Data = """
                {id: int64, nickname: string | null, username: string | null, email: string | null, phone: string | null}[]
                """,
        },
        new("setDefaultRole", "Choose the role one acts as when nothing else is said")
        {
            Body = """{roleName: string "One of one's own, or __union__ for all together"}""",
            Data = "string",
        },
        new("listExcludeRole", "List the users who do not have a role")
        {
            Query = "{roleName: string, filter?: object, sort?: string[]}",
            Data = "@users[]",
            IsPaged = true,
        },
        new("getSystemSettings", "Read what people may change of their own accounts") { Data = AccountRules },
        new("updateSystemSettings", "Set what people may change of their own accounts")
        {
            Body = "{enableEditProfile?: boolean, enableChangePassword?: boolean}",
            Data = AccountRules,
        },
    ];
}
