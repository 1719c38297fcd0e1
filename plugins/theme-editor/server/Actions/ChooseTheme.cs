using System.Text.Json;
using System.Text.Json.Nodes;
using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Data.Schema;
using Pergola.Plugins.ThemeEditor.Themes;
using Pergola.Plugins.Users;

namespace Pergola.Plugins.ThemeEditor.Actions;

/// <summary><c>users:updateTheme</c>: the theme somebody wants for themselves; null for the default one.</summary>
internal sealed class ChooseTheme(ThemeRows themes, AccountWriter accounts) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var id = await ChosenAsync(context);
        var user = context.RequireUser();
        var settings = user.Record.Get("systemSettings") is { ValueKind: JsonValueKind.Object } stored
            ? JsonObject.Create(stored)!
            : [];
        settings["themeId"] = id;
        await accounts.UpdateAsync(context, user.Id, new { systemSettings = settings });
        await context.WriteEmptyObjectAsync();
    }

    private async Task<long?> ChosenAsync(ActionContext context)
    {
        if (
            context.Values.ValueKind != JsonValueKind.Object
            || !context.Values.TryGetProperty("themeId", out var given)
        )
        {
            throw new BadRequestException("Parameter {name} is missing", [("name", "themeId")], "themeId");
        }

        if (given.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var isNumber = given.ValueKind == JsonValueKind.Number;
        var id =
            isNumber && given.TryGetInt64(out var number) ? number
            : long.TryParse(given.ValueKind == JsonValueKind.String ? given.GetString() : null, out var text) ? text
            : throw Refusal();
        var theme = await themes.FindAsync(id, context.Schema, context.Aborted);
        return theme.ValueKind == JsonValueKind.Object && theme.Flag("optional") == true ? id : throw Refusal();
    }

    private static BadRequestException Refusal() =>
        new("\"themeId\" names no theme that people may choose", field: "themeId");
}
