using System.Text.Json;
using Pergola.App.Actions;
using Pergola.App.Actions.Standard;
using Pergola.Core.Errors;

namespace Pergola.Plugins.UiLayout.Actions;

/// <summary><c>uiLayouts:update</c>: a layout keeps its uid, because entries of the menu refer to it.</summary>
internal sealed class UpdateLayout(UpdateAction update) : IAction
{
    private const string Uid = "uid";

    public ValueTask ExecuteAsync(ActionContext context) =>
        context.Values.ValueKind == JsonValueKind.Object && context.Values.TryGetProperty(Uid, out _)
            ? throw new BadRequestException("\"{field}\" cannot be changed", [("field", Uid)], Uid)
            : update.ExecuteAsync(context);
}
