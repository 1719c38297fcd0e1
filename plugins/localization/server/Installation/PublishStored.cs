using Pergola.App.Plugins;
using Pergola.Data.Dialects;
using Pergola.Plugins.Localization.Texts;

namespace Pergola.Plugins.Localization.Installation;

/// <summary>What is stored is published with every start.</summary>
internal sealed class PublishStored(Publisher publisher) : IInstaller
{
    public Task InstallAsync(WriteTransaction transaction, CancellationToken cancellationToken)
    {
        transaction.AfterCommit(async token => await publisher.LoadAsync(token));
        return Task.CompletedTask;
    }
}
