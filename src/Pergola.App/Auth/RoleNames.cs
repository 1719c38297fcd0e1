namespace Pergola.App.Auth;

/// <summary>Names of roles that mean something to the server itself.</summary>
public static class RoleNames
{
    /// <summary>May do everything.</summary>
    public const string Root = "root";

    /// <summary>
    /// Those who are not signed in. It counts where an app has a role of this name and a request asks for it; it is bound to
    /// nobody, so that neither own records nor snippets mean anything to it.
    /// </summary>
    public const string Anonymous = "anonymous";

    /// <summary>No role: all roles of a user together.</summary>
    public const string Union = "__union__";
}
