using Pergola.App.Plugins;

namespace Pergola.App.Auth;

/// <summary>Finds users as their requests are served: with all their roles and what they belong to.</summary>
[ExtensionPoint]
public interface IUserBook
{
    /// <summary>Null when there is no such user.</summary>
    ValueTask<CurrentUser?> FindAsync(long id, CancellationToken cancellationToken);
}
