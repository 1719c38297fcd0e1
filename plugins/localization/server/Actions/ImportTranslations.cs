using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Records;
using Pergola.Data.Schema;
using Pergola.Plugins.Localization.Collections;
using Pergola.Plugins.Localization.Texts;

namespace Pergola.Plugins.Localization.Actions;

/// <summary>
/// <c>localization:import</c> <c>{locale, rows:[{module, text, translation}]}</c>: takes many translations at once and says how many
/// were written and how many had no text here.
/// </summary>
internal sealed class ImportTranslations(TextTables tables, RecordWrites writes, RecordWriter writer) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var locale = context.Values.Text("locale");
        if (!LocaleName.Is(locale))
        {
            throw LocaleName.Refusal("locale");
        }

        var rows = Rows(context.Values);
        var known = (await tables.ReadTextsAsync(context.Aborted))
            .DistinctBy(t => (t.Module, t.Text))
            .ToDictionary(t => (t.Module, t.Text), t => t.Id);
        var own = (await tables.ReadTranslationsAsync(locale, context.Aborted))
            .DistinctBy(t => t.TextId)
            .ToDictionary(t => t.TextId);
        var (written, unknown) = (0, 0);
        await writes.RunAsync(
            context,
            async session =>
            {
                foreach (var (module, text, translation) in rows)
                {
                    if (!known.TryGetValue((module, text), out var id))
                    {
                        unknown++;
                    }
                    else if (own.GetValueOrDefault(id)?.Text != translation)
                    {
                        written++;
                        await WriteAsync(context, session, own.GetValueOrDefault(id), id, locale, translation);
                    }
                }

                return written;
            }
        );
        await context.WriteDataAsync(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("written", written);
            json.WriteNumber("unknown", unknown);
            json.WriteEndObject();
        });
    }

    private async Task WriteAsync(
        ActionContext context,
        WriteSession session,
        Translation? before,
        long textId,
        string locale,
        string translation
    )
    {
        var table = context.Schema[LocalizationTranslationsCollection.Name];
        if (before is null)
        {
            var values = JsonSerializer.SerializeToElement(
                new
                {
                    locale,
                    textId,
                    translation,
                },
                JsonText.Serializer
            );
            await writer.InsertAsync(session, table, values, WriteOptions.Default, context.Aborted);
            return;
        }

        await writer.UpdateAsync(
            session,
            table,
            new RecordKey(table.PrimaryKey, [before.Id]),
            filter: null,
            JsonSerializer.SerializeToElement(new { translation }, JsonText.Serializer),
            WriteOptions.Default,
            context.Aborted
        );
    }

    private static List<(string Module, string Text, string Translation)> Rows(JsonElement values)
    {
        if (
            values.Get("rows") is not { ValueKind: JsonValueKind.Array } rows
            || rows.GetArrayLength() > TextLimits.Rows
        )
        {
            throw new BadRequestException(
                "\"{field}\" must be a list of at most {limit}",
                [("field", "rows"), ("limit", $"{TextLimits.Rows}")],
                "rows"
            );
        }

        return
        [
            .. rows.EnumerateArray()
                .Select(
                    (row, index) =>
                        row.Text("module") is { } module
                        && row.Text("text") is { } text
                        && row.Text("translation") is { } translation
                            ? (module, text, translation)
                            : throw new BadRequestException(
                                "\"{field}\" needs module, text and translation",
                                [("field", $"rows.{index}")],
                                $"rows.{index}"
                            )
                )
                .Where(r => !string.IsNullOrWhiteSpace(r.translation))
                .DistinctBy(r => (r.module, r.text)),
        ];
    }
}
