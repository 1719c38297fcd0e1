using System.Text.Json;
using Pergola.App.Actions;

namespace Pergola.Plugins.AuditLog.Entries;

/// <summary>The records an action was about: those it says it wrote, else those the request names.</summary>
internal static class RecordKeys
{
    private const int Remembered = 100;
    private static readonly string[] LinkActions = ["add", "set", "remove", "toggle"];

    public static (IReadOnlyList<string> Keys, int Count) Of(ActionContext context)
    {
        if (context.Trace is { Count: > 0 } trace)
        {
            return ([.. trace.Keys.Select(k => EntryText.Cut(k, EntryText.Column)!)], trace.Count);
        }

        if (context.Params.FilterByTks is { } given)
        {
            return Texts(given);
        }

        return
            LinkActions.Contains(context.Route.Action, StringComparer.Ordinal)
            && context.Values.ValueKind == JsonValueKind.Array
            ? Texts([.. context.Values.EnumerateArray()])
            : ([], 0);
    }

    private static (IReadOnlyList<string> Keys, int Count) Texts(IReadOnlyList<JsonElement> keys)
    {
        var texts = keys.Take(Remembered).Select(Text).OfType<string>().ToList();
        return (texts, texts.Count < Remembered ? texts.Count : keys.Count);
    }

    /// <summary>A key, or the key of an object with several; anything else a body may hold is left out.</summary>
    private static string? Text(JsonElement key) =>
        EntryText.Cut(
            key.ValueKind switch
            {
                JsonValueKind.String => EntryText.Of(key),
                JsonValueKind.Number => key.GetRawText(),
                JsonValueKind.Array when key.GetArrayLength() > 0 => Text(key[0]),
                _ => null,
            },
            EntryText.Column
        );
}
