namespace Pergola.App.Acl;

/// <summary>An action open to an audience; <c>*</c> stands for every resource or action.</summary>
public sealed record Allowance(string Resource, string Action, Audience Audience);

/// <summary>Who may use an action without a permission.</summary>
public enum Audience
{
    /// <summary>Everybody; tokens are not even looked at.</summary>
    Public,

    /// <summary>Everybody who is signed in.</summary>
    LoggedIn,

    /// <summary>
    /// Everybody who is signed in, for the records they made themselves: nobody, root included, reaches those of others
    /// through the action. The collection notes who made a record.
    /// </summary>
    Creator,
}
