using Pergola.App.Plugins;

namespace Pergola.App.Actions;

/// <summary>What a URL names after the colon. One instance per request; dependencies come through the constructor.</summary>
[ExtensionPoint]
public interface IAction
{
    /// <summary>
    /// Does the work and writes the answer through the context. An action that writes nothing answers <c>{}</c>.
    /// </summary>
    ValueTask ExecuteAsync(ActionContext context);
}
