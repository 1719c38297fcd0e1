namespace Pergola.App.Actions;

/// <summary>Tells those who observe actions how each one went.</summary>
internal sealed class ActionObservers(
    IEnumerable<IActionObserver> observers,
    ActionRegistry actions,
    TimeProvider clock
)
{
    private const int ClientClosedRequest = 499;
    private readonly IActionObserver[] _observers = [.. observers];

    public long Now() => clock.GetTimestamp();

    public async ValueTask TellAsync(ActionContext context, Exception? failure, long arrived)
    {
        if (_observers.Length == 0)
        {
            return;
        }

        var isUnheard = failure is not null && context.Aborted.IsCancellationRequested;
        var outcome = new ActionOutcome(
            isUnheard ? ClientClosedRequest : context.Http.Response.StatusCode,
            clock.GetElapsedTime(arrived),
            failure,
            actions.IsRead(context.Target.Action)
        );
        foreach (var observer in _observers)
        {
            await observer.ActedAsync(context, outcome);
        }
    }
}
