using System.Text.Json;
using Pergola.App.Actions;

namespace Pergola.Plugins.Client.Actions;

/// <summary><c>app:getPortals</c>: where the pages of the app are.</summary>
[Reads]
internal sealed class ListPortals : IAction
{
    public ValueTask ExecuteAsync(ActionContext context) =>
        context.WriteDataAsync(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("apps");
            json.WriteEndArray();
            json.WriteStartArray("portals");
            Write(json, context.App, "admin", "Admin", "DesktopOutlined", "desktop");
            Write(json, context.App, "mobile", "Mobile", "MobileOutlined", "mobile");
            json.WriteEndArray();
            json.WriteEndObject();
        });

    private static void Write(Utf8JsonWriter json, string app, string name, string title, string icon, string layout)
    {
        json.WriteStartObject();
        json.WriteString("uid", $"__default_{name}__");
        json.WriteString("title", title);
        json.WriteString("icon", icon);
        json.WriteString("routePath", "/" + name);
        json.WriteString("layout", layout);
        json.WriteBoolean("defaultPortal", true);
        json.WriteString("appName", app);
        json.WriteEndObject();
    }
}
