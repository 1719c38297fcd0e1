using System.Text.Json;

namespace Pergola.Testing.Oracle;

/// <summary>What a condition is about: a field of a record that may not be there, or a place within its document.</summary>
internal sealed record Subject(
    OracleField Field,
    IReadOnlyList<string> Document,
    OracleRecord? Record,
    OracleCollection Collection
)
{
    public bool IsDocument => Document.Count > 0;

    /// <summary>The value; of a place within a document its JSON, null when it is missing or null.</summary>
    public object? Value => IsDocument ? Place() : Record?[Field.Name];

    /// <summary>The value as patterns see it.</summary>
    public string? Text => Value is { } value ? TextOf(value, Field.Kind) : null;

    public static string TextOf(object value, FieldKind kind) =>
        value switch
        {
            JsonElement { ValueKind: JsonValueKind.String } text => text.GetString()!,
            JsonElement json => json.GetRawText(),
            _ when kind == FieldKind.Unix => $"{value}",
            _ => JsonForms.Write(value, kind) switch
            {
                { ValueKind: JsonValueKind.String } text => text.GetString()!,
                var json => json.GetRawText(),
            },
        };

    private object? Place()
    {
        if (Record?[Field.Name] is not JsonElement at)
        {
            return null;
        }

        foreach (var segment in Document)
        {
            var found = at.ValueKind switch
            {
                JsonValueKind.Object => at.TryGetProperty(segment, out at),
                JsonValueKind.Array when int.TryParse(segment, out var index) && index < at.GetArrayLength() => Take(
                    index
                ),
                _ => false,
            };
            if (!found)
            {
                return null;
            }
        }

        return at.ValueKind == JsonValueKind.Null ? null : at;

        bool Take(int index)
        {
            at = at[index];
            return true;
        }
    }
}
