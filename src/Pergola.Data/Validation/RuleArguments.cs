using System.Text.Json;
using Pergola.Data.Schema;

namespace Pergola.Data.Validation;

/// <summary>The option <c>args</c> of a rule: an object, a list or a single value.</summary>
internal readonly struct RuleArguments(JsonElement rule)
{
    private readonly JsonElement? _args = rule.Get("args");

    /// <summary>The named argument; where no name fits, the first one.</summary>
    public JsonElement? Get(string name) =>
        _args switch
        {
            { ValueKind: JsonValueKind.Object } named => named.Get(name) ?? First(named),
            { ValueKind: JsonValueKind.Array } list => list.GetArrayLength() > 0 ? list[0] : null,
            var single => single,
        };

    public int? Count(string name) =>
        Get(name) is { } value && RuleNumber.TryRead(value, out var number) && number.AsCount is { } count
            ? count
            : null;

    public RuleNumber? Number(string name) =>
        Get(name) is { } value && RuleNumber.TryRead(value, out var number) ? number : null;

    public string? Text(string name) =>
        Get(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static JsonElement? First(JsonElement named)
    {
        foreach (var property in named.EnumerateObject())
        {
            return property.Value;
        }

        return null;
    }
}
