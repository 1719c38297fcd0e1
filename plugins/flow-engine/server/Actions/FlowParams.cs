using Pergola.App.Actions;
using Pergola.Core.Errors;

namespace Pergola.Plugins.FlowEngine.Actions;

/// <summary>Parameters that actions on parts of pages cannot do without.</summary>
internal static class FlowParams
{
    /// <exception cref="BadRequestException">The parameter is missing.</exception>
    public static string Required(this ActionContext context, string name) =>
        context.Params.Text(name) is { Length: > 0 } text
            ? text
            : throw new BadRequestException("Parameter {name} is missing", [("name", name)], name);
}
