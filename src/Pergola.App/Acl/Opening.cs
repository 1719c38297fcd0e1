namespace Pergola.App.Acl;

/// <summary>What opens an action to somebody, whatever the rules for its records say.</summary>
public enum Opening
{
    /// <summary>Nothing does: the rules decide.</summary>
    None,

    /// <summary>The role that may do everything.</summary>
    Root,

    /// <summary>It takes nothing at all, not even signing in.</summary>
    Everybody,

    /// <summary>It takes being signed in, and no permission.</summary>
    SignedIn,

    /// <summary>A snippet of one of the roles.</summary>
    Snippet,
}
