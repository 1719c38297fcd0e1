using Pergola.App.Plugins;

namespace Pergola.App.Actions;

/// <summary>Hears of every action once it has been answered, whichever way it went.</summary>
[ExtensionPoint]
public interface IActionObserver
{
    /// <summary>
    /// Called on the way of the request, reads included: it must decide quickly, and not throw. The services of the action
    /// have ended.
    /// </summary>
    ValueTask ActedAsync(ActionContext context, ActionOutcome outcome);
}

/// <summary>How an action went.</summary>
/// <param name="Status">Status of the answer; 499 when the client went away before one.</param>
/// <param name="Duration">From the arrival of the request to the answer.</param>
/// <param name="Failure">What it failed with, null when it succeeded.</param>
/// <param name="IsRead">Whether the action changes nothing.</param>
public readonly record struct ActionOutcome(int Status, TimeSpan Duration, Exception? Failure, bool IsRead);
