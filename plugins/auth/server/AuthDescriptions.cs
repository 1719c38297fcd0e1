using Pergola.App.Describing;

namespace Pergola.Plugins.Auth;

/// <summary>What clients are told of the actions of this plugin.</summary>
internal static class AuthDescriptions
{
    /// <summary>One's own record is not limited by what one may see of users.</summary>
    private const string Own = """
        {
          id: int64, nickname: string | null, username: string | null, email: string | null, phone: string | null,
          appLang: string | null, roles?: {name: string, title: string | null}[]
        }
        """;

    public static readonly IReadOnlyList<ActionDescription> Auth =
    [
        new("signIn", "Sign in with an account and a password")
        {
            Details =
                "Send the token as `Authorization: Bearer <token>`. `X-Authenticator` names another authenticator than `basic`.",
            Body = """{account: string "Username or email", password: password}""",
            Data = $$"""{user: {{Own}}, token: string}""",
        },
        new("signUp", "Create an account of one's own, where that is open")
        {
            Body = "{username?: string, email?: string, password: password, confirm_password: password}",
        },
        new("lostPassword", "Ask for a link to set a new password") { Body = "{email: string}" },
        new("resetPassword", "Set a new password by such a link") { Body = "{resetToken: string, password: password}" },
        new("checkResetToken", "Ask whether such a link still counts") { Body = "{resetToken: string}" },
        new("check", "Read the current user, with their roles") { Data = Own },
        new("syncCookies", "Set the cookies of the session again") { Data = "{synced: boolean}" },
        new("changePassword", "Change one's own password")
        {
            Body = "{oldPassword: password, newPassword: password, confirmPassword: password}",
        },
        new("listSessions", "List where one is signed in")
        {
            Data = """
                {
                  id: string, signInTime: integer "In milliseconds since 1970, as issuedTime", issuedTime: integer,
                  authenticator: string | null, userAgent: string | null, address: string | null, isCurrent: boolean
                }[]
                """,
        },
        new("endSession", "Sign out somewhere else") { Body = """{id: string "Of auth:listSessions"}""" },
        new("endOtherSessions", "Sign out everywhere else"),
        new("signOut", "Sign out"),
    ];

    public static readonly IReadOnlyList<ActionDescription> Authenticators =
    [
        new("publicList", "List the ways to sign in")
        {
            Data = """
                {name: string, authType: string, authTypeTitle: string | null, title: string | null, options: any}[]
                """,
        },
        new("listTypes", "List the kinds of authenticators there are")
        {
            Data = "{name: string, title: string | null}[]",
        },
    ];

    public static readonly IReadOnlyList<ActionDescription> ApiKeys =
    [
        new("create", "Create an API key")
        {
            Details = "The token is answered once and kept nowhere.",
            Body = """
                {
                  name: string, role: {name: string} "The role it acts as, one of one's own",
                  expiresIn: string | integer "Seconds, or a time such as 30d, 12h or never"
                }
                """,
            Data = "{token: string}",
        },
    ];
}
