using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Data.Records;
using Pergola.Data.Schema;
using Pergola.Plugins.Localization.Collections;
using Pergola.Plugins.Localization.Sources;
using Pergola.Plugins.Localization.Texts;

namespace Pergola.Plugins.Localization.Actions;

/// <summary>
/// <c>localization:sync</c>: collects texts from some sources, all without <c>types</c>. With <c>resetTranslations</c> the texts of
/// the product are as they came with it again.
/// </summary>
internal sealed class SyncTexts(
    IEnumerable<ITextSource> sources,
    TextCollector collector,
    TextTables tables,
    RecordWrites writes,
    RecordWriter writer
) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var chosen = Chosen(context.Values);
        var added = await collector.CollectAsync(chosen, context.Aborted);
        var reset = 0;
        if (context.Values.Flag("resetTranslations") == true && chosen.Any(s => s is BuiltInSource))
        {
            reset = await ResetAsync(context);
        }

        await context.WriteDataAsync(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("added", added);
            json.WriteNumber("reset", reset);
            json.WriteEndObject();
        });
    }

    private List<ITextSource> Chosen(JsonElement values)
    {
        if (values.Get("types") is not { } types)
        {
            return [.. sources];
        }

        var names =
            types.ValueKind == JsonValueKind.Array
                ? types.EnumerateArray().Select(t => t.ToString()).ToHashSet(StringComparer.Ordinal)
                : throw Refusal();
        var chosen = sources.Where(s => names.Contains(s.Name)).ToList();
        return chosen.Count == names.Count ? chosen : throw Refusal();
    }

    private async Task<int> ResetAsync(ActionContext context)
    {
        var builtIn = (await tables.ReadTextsAsync(context.Aborted))
            .Where(t => !t.Namespace.StartsWith("lm-", StringComparison.Ordinal))
            .Select(t => t.Id)
            .ToHashSet();
        var table = context.Schema[LocalizationTranslationsCollection.Name];
        var keys = (await tables.ReadTranslationsAsync(locale: null, context.Aborted))
            .Where(t => builtIn.Contains(t.TextId))
            .Select(t => new RecordKey(table.PrimaryKey, [t.Id]))
            .ToList();
        return keys.Count == 0
            ? 0
            : await writes.RunAsync(context, session => writer.DestroyAsync(session, table, keys, context.Aborted));
    }

    private static BadRequestException Refusal() => new("\"types\" must be a list of sources", field: "types");
}
