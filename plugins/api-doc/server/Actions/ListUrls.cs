using System.Text.Json;
using Pergola.App.Actions;
using Pergola.App.Describing;
using Pergola.Plugins.ApiDoc.Document;

namespace Pergola.Plugins.ApiDoc.Actions;

/// <summary><c>swagger:getUrls</c>: the documents that viewers of OpenAPI offer.</summary>
[Reads]
internal sealed class ListUrls(DescriptionBook descriptions) : IAction
{
    private const string Name = "Pergola API";

    public ValueTask ExecuteAsync(ActionContext context)
    {
        var server = ReaderRights.ServerOf(context);
        return context.WriteDataAsync(json =>
        {
            json.WriteStartArray();
            Write(json, Name, $"{server}/swagger:get");
            Write(json, $"{Name} - Core", Address(server, ApiPart.Core));
            Write(json, $"{Name} - All plugins", Address(server, ApiPart.Plugins));
            Write(json, $"{Name} - Custom collections", Address(server, ApiPart.Collections));
            foreach (var plugin in descriptions.Plugins.Order(StringComparer.Ordinal))
            {
                Write(json, $"{Name} - {plugin}", Address(server, ApiPart.OfPlugin(plugin).Name!));
            }

            json.WriteEndArray();
        });
    }

    private static string Address(string server, string part) =>
        $"{server}/swagger:get?ns={Uri.EscapeDataString(part)}";

    private static void Write(Utf8JsonWriter json, string name, string url)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("url", url);
        json.WriteEndObject();
    }
}
