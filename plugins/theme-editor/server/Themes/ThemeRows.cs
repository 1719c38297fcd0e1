using System.Text.Json;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.Data.Schema;
using Pergola.Plugins.ThemeEditor.Collections;

namespace Pergola.Plugins.ThemeEditor.Themes;

/// <summary>Reads single themes.</summary>
internal sealed class ThemeRows(RecordReader reader)
{
    /// <summary>The theme of a key as it is inside a transaction; undefined when there is none.</summary>
    public async Task<JsonElement> FindAsync(RecordKey key, WriteSession session, CancellationToken cancellationToken)
    {
        var query = new RecordQuery(session.Schema[ThemeConfigCollection.Name])
        {
            Filter = FilterCondition.Key(key),
            Limit = 1,
        };
        using var page = await reader.ReadAsync(query, session, cancellationToken);
        return page.Count == 0 ? default : RecordReader.ToJson(page)[0];
    }

    public ValueTask<JsonElement> FindAsync(long id, SchemaSnapshot schema, CancellationToken cancellationToken)
    {
        var table = schema[ThemeConfigCollection.Name];
        var key = new RecordKey(table.PrimaryKey, [id]);
        return reader.FindAsync(new RecordQuery(table) { Filter = FilterCondition.Key(key) }, cancellationToken);
    }
}
