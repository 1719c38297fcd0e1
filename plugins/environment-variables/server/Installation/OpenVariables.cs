using Pergola.App.Plugins;
using Pergola.Data.Dialects;
using Pergola.Plugins.EnvironmentVariables.Secrets;

namespace Pergola.Plugins.EnvironmentVariables.Installation;

/// <summary>Opens the key, or makes it, and reads the variables before the first request comes.</summary>
internal sealed class OpenVariables(SecretKey key, VariableBook book) : IInstaller
{
    public Task InstallAsync(WriteTransaction transaction, CancellationToken cancellationToken)
    {
        key.Open();
        transaction.AfterCommit(async token => await book.ReloadAsync(isChange: false, token));
        return Task.CompletedTask;
    }
}
