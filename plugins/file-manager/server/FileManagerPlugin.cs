using Pergola.App.Plugins;
using Pergola.Plugins.FileManager.Collections;
using Pergola.Plugins.FileManager.Installation;

namespace Pergola.Plugins.FileManager;

/// <summary>Storages and the files in them; so far their tables, with what a new installation has.</summary>
[Plugin("file-manager", IsEssential = true, Description = "Knows the files of the app.")]
public sealed class FileManagerPlugin : Plugin
{
    public override void Configure(PluginBuilder plugin)
    {
        plugin.Collections.Add<StoragesCollection>().Add<AttachmentsCollection>();
        plugin.Install<FileSeeds>();

        // Storages hold the keys of others' services; what may be seen of them comes with the actions on files.
        plugin.Resource(StoragesCollection.Name).Close();
        plugin.Resource(AttachmentsCollection.Name).Close();
    }
}
