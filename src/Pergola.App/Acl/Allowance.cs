namespace Pergola.App.Acl;

/// <summary>An action open to an audience; <c>*</c> stands for every resource or action.</summary>
public sealed record Allowance(string Resource, string Action, Audience Audience);

/// <summary>Who may use an action without a permission.</summary>
public enum Audience
{
    /// <summary>Everybody; tokens are not even looked at.</summary>
    Public,

    /// <summary>Everybody with a token that counts, also without any role.</summary>
    TokenHolder,

    /// <summary>Everybody who is signed in and has a role.</summary>
    LoggedIn,
}
