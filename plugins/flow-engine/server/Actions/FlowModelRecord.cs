using System.Text.Json;
using Pergola.Core.Json;
using Pergola.Data.Schema;
using Pergola.Plugins.FlowEngine.Models;

namespace Pergola.Plugins.FlowEngine.Actions;

/// <summary>A part of a page as a record: its options stand beside its columns.</summary>
internal static class FlowModelRecord
{
    public static void Write(Utf8JsonWriter json, JsonElement row) =>
        Write(json, row.Text("uid")!, row.Text("name"), row.Get("options") ?? JsonText.EmptyObject);

    public static void Write(Utf8JsonWriter json, string uid, string? name, JsonElement options)
    {
        json.WriteStartObject();
        FlowOptions.WriteTo(json, FlowOptions.Of(options));
        json.WriteString("uid", uid);
        json.WriteString("name", name);
        json.WriteEndObject();
    }
}
