using System.Text.Json.Nodes;
using Pergola.App.Plugins;
using Pergola.Core.Ids;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;
using Pergola.Plugins.Collections.Definitions;

namespace Pergola.Plugins.Collections.Installation;

/// <summary>
/// Writes the collections of plugins that people may extend (<c>"from": "db2cm"</c>) beside those that people made, so that
/// they are listed and take further fields. What is stored already stays as it is; only missing fields are added.
/// </summary>
internal sealed class MirrorManagedCollections(DefinitionTables tables, SchemaComposer composer, SchemaStore schemas)
    : IInstaller
{
    private const string Mark = "db2cm";

    public async Task InstallAsync(WriteTransaction transaction, CancellationToken cancellationToken)
    {
        var schema = schemas.Current;
        var draft = await tables.ReadAsync(schema, transaction.Connection, transaction.Transaction, cancellationToken);
        var isChanged = false;
        foreach (var definition in composer.Code.Where(c => c.Text("from") == Mark))
        {
            isChanged |= Mirror(draft, definition);
        }

        if (isChanged)
        {
            await tables.WriteAsync(draft, schema, transaction, cancellationToken);
        }
    }

    private static bool Mirror(DefinitionDraft draft, CollectionDefinition definition)
    {
        var mirror = draft.Find(definition.Name);
        var isNew = mirror is null;
        if (mirror is null)
        {
            var options = JsonObject.Create(definition.Options)!;
            options.Remove("name");
            options["inherit"] ??= false;
            options["hidden"] ??= false;
            mirror = new DraftCollection(RandomText.Uid(), definition.Name, options, draft.NextSort());
            draft.Collections.Add(mirror);
        }

        var missing = definition.Fields.Where(f => mirror.Find(f.Name) is null).ToList();
        foreach (var field in missing)
        {
            var options = JsonObject.Create(field.Options)!;
            options.Remove("name");
            mirror.Fields.Add(new DraftField(RandomText.Uid(), mirror.Name, field.Name, options, mirror.NextSort()));
        }

        return isNew || missing.Count > 0;
    }
}
