using System.Text.Json;
using Pergola.Data.Schema;
using Pergola.Plugins.EnvironmentVariables.Values;

namespace Pergola.Plugins.EnvironmentVariables.Actions;

/// <summary>Variables as answers show them: without the values of secrets.</summary>
internal static class VariableJson
{
    /// <param name="json">Takes an object.</param>
    /// <param name="row">The stored row.</param>
    /// <param name="sent">What the request itself gave as its value; it learns nothing by hearing it again.</param>
    public static void Write(Utf8JsonWriter json, JsonElement row, string? sent = null)
    {
        json.WriteStartObject();
        foreach (var property in row.EnumerateObject())
        {
            if (!property.NameEquals("value"))
            {
                property.WriteTo(json);
            }
            else if (row.Text("type") == Variable.DefaultType)
            {
                property.WriteTo(json);
            }
            else
            {
                json.WriteString("value", sent);
            }
        }

        json.WriteEndObject();
    }
}
