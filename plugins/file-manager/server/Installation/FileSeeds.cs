using System.Text.Json;
using Pergola.App.Plugins;
using Pergola.Core.Ids;
using Pergola.Core.Json;
using Pergola.Data.Dialects;
using Pergola.Plugins.FileManager.Collections;

namespace Pergola.Plugins.FileManager.Installation;

/// <summary>A storage in the folder of the app, and the logo, which comes with the client of the product.</summary>
internal sealed class FileSeeds(SystemRows rows, SnowflakeIds ids) : IInstaller
{
    private const int LogoBytes = 2652;
    private const int MostBytes = 20 * 1024 * 1024;

    public async Task InstallAsync(WriteTransaction transaction, CancellationToken cancellationToken)
    {
        var storage = ids.Next();
        var local = new
        {
            id = storage,
            title = "Local storage",
            name = "local",
            type = "local",
            options = new { documentRoot = "storage/uploads" },
            rules = new { size = MostBytes },
            path = string.Empty,
            baseUrl = "/storage/uploads",
            renameMode = "appendRandomID",
            @default = true,
            paranoid = false,
            settings = new { },
        };
        if (!await SeedAsync(transaction, StoragesCollection.Name, local, cancellationToken))
        {
            return;
        }

        var logo = new
        {
            title = "pergola-logo",
            filename = "pergola-logo.png",
            extname = ".png",
            size = LogoBytes,
            mimetype = "image/png",
            path = string.Empty,
            meta = new { },
            url = "/pergola-logo.png",
            storageId = storage,
        };
        await SeedAsync(transaction, AttachmentsCollection.Name, logo, cancellationToken);
    }

    private Task<bool> SeedAsync(
        WriteTransaction transaction,
        string collection,
        object row,
        CancellationToken cancellationToken
    ) =>
        rows.SeedAsync(
            transaction,
            collection,
            JsonSerializer.Serialize(new[] { row }, JsonText.Serializer),
            cancellationToken
        );
}
