using Pergola.Data.Dialects;

namespace Pergola.App.Plugins;

/// <summary>
/// Seeds what a plugin needs in the database. Runs at every start inside the given transaction, which holds the lock of the
/// database, so it must do nothing when its rows are there already.
/// </summary>
[ExtensionPoint]
public interface IInstaller
{
    Task InstallAsync(WriteTransaction transaction, CancellationToken cancellationToken);
}
