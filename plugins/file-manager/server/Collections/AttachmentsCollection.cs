using Pergola.App.Plugins;
using Pergola.Data.Schema;

namespace Pergola.Plugins.FileManager.Collections;

/// <summary>What is known of each file.</summary>
internal sealed class AttachmentsCollection : ICollectionDefinition
{
    public const string Name = "attachments";

    public CollectionDefinition Define() =>
        CollectionDefinition.Parse(
            """
            {
              "name": "attachments", "createdBy": true, "updatedBy": true,
              "fields": [
                { "name": "title", "type": "string" },
                { "name": "filename", "type": "string" },
                { "name": "extname", "type": "string" },
                { "name": "size", "type": "integer" },
                { "name": "mimetype", "type": "string" },
                { "name": "path", "type": "text" },
                { "name": "meta", "type": "jsonb", "defaultValue": {} },
                { "name": "url", "type": "text" },
                { "name": "storageId", "type": "bigInt", "index": true }
              ]
            }
            """
        );
}
