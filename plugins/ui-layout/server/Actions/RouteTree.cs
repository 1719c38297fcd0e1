using System.Globalization;
using System.Text.Json;
using Pergola.Data.Querying;
using Pergola.Data.Schema;

namespace Pergola.Plugins.UiLayout.Actions;

/// <summary>
/// Entries of a menu, each below the one it belongs to. The role that sees everything gets them in the form of lists of trees,
/// with the place of each; the others with <c>children</c> everywhere (recorded).
/// </summary>
internal sealed class RouteTree
{
    private readonly bool _withPlaces;
    private readonly ILookup<string?, JsonElement> _below;
    private readonly List<JsonElement> _roots;

    public RouteTree(JsonElement rows, bool withPlaces)
    {
        _withPlaces = withPlaces;
        var all = rows.EnumerateArray().ToList();
        var keys = all.Select(Key).ToHashSet(StringComparer.Ordinal);
        _below = all.ToLookup(Parent, StringComparer.Ordinal);
        _roots = all.FindAll(row => Parent(row) is not { } parent || !keys.Contains(parent));
    }

    /// <summary>A query whose records say where they belong.</summary>
    public static RecordQuery WithKeys(RecordQuery query)
    {
        var missing = new[] { query.Collection.Column("id"), query.Collection.Column("parentId") }.Except(
            query.Selection.Columns
        );
        return query with { Selection = query.Selection with { Columns = [.. query.Selection.Columns, .. missing] } };
    }

    public void WriteTo(Utf8JsonWriter json) => Write(json, _roots, at: null);

    private void Write(Utf8JsonWriter json, IEnumerable<JsonElement> rows, string? at)
    {
        json.WriteStartArray();
        var index = 0;
        foreach (var row in rows)
        {
            var number = index++.ToString(CultureInfo.InvariantCulture);
            Write(json, row, at is null ? number : $"{at}.children.{number}");
        }

        json.WriteEndArray();
    }

    private void Write(Utf8JsonWriter json, JsonElement row, string at)
    {
        json.WriteStartObject();
        foreach (var property in row.EnumerateObject())
        {
            if (property.Name != "children")
            {
                property.WriteTo(json);
            }
        }

        if (!_withPlaces || _below.Contains(Key(row)))
        {
            json.WritePropertyName("children");
            Write(json, _below[Key(row)], at);
        }

        if (_withPlaces)
        {
            json.WriteString("__index", at);
        }

        json.WriteEndObject();
    }

    private static string Key(JsonElement row) => row.GetProperty("id").ToString();

    private static string? Parent(JsonElement row) => row.Get("parentId")?.ToString();
}
