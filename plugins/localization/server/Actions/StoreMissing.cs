using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;
using Pergola.Plugins.Localization.Sources;
using Pergola.Plugins.Localization.Texts;

namespace Pergola.Plugins.Localization.Actions;

/// <summary><c>localizationTexts:missing</c>: keeps texts that a client found no translation for.</summary>
internal sealed class StoreMissing(TextTables tables, Database database) : IAction
{
    private const int Most = 1_000;

    public async ValueTask ExecuteAsync(ActionContext context)
    {
        if (context.Values.Get("keys") is not { ValueKind: JsonValueKind.Array } keys || keys.GetArrayLength() > Most)
        {
            throw new BadRequestException(
                "\"{field}\" must be a list of at most {limit}",
                [("field", "keys"), ("limit", $"{Most}")],
                "keys"
            );
        }

        var texts = keys.EnumerateArray().Select(Read).Distinct().ToList();
        await using var transaction = await database.BeginAsync(context.Aborted);
        foreach (var (module, text) in texts)
        {
            await tables.AddAsync(transaction, database, module, text, context.Aborted);
        }

        await transaction.CommitAsync(context.Aborted);
        await context.WriteEmptyObjectAsync();
    }

    private static (string Module, string Text) Read(JsonElement key)
    {
        var text = key.ValueKind == JsonValueKind.String ? key.GetString() : key.Text("text") ?? key.Text("key");
        if (text is not { Length: > 0 })
        {
            throw new BadRequestException("\"{field}\" must be a list of texts", [("field", "keys")], "keys");
        }

        return text.Length > TextLimits.Text
            ? throw TextLimits.TooLong("keys", TextLimits.Text)
            : (key.Text("ns") is { Length: > 0 } name ? TextEntry.ModulePrefix + name : TitleSource.Module, text);
    }
}
