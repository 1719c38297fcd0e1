namespace Pergola.App.Signals;

/// <summary>
/// Where signals meet: one per process, so that every generation hears of a change, whichever of them made it. While plugins
/// are switched two serve beside each other.
/// </summary>
public sealed class SignalHub
{
    private readonly Lock _lock = new();
    private Subscription[] _subscriptions = [];

    internal void Add(Subscription subscription)
    {
        lock (_lock)
        {
            Volatile.Write(ref _subscriptions, [.. _subscriptions, subscription]);
        }
    }

    internal void RemoveOf(ChangeSignals owner)
    {
        lock (_lock)
        {
            Volatile.Write(ref _subscriptions, [.. _subscriptions.Where(s => s.Owner != owner)]);
        }
    }

    internal async ValueTask RaiseAsync(string topic, string message, CancellationToken cancellationToken)
    {
        List<Exception>? failures = null;
        foreach (var subscription in Volatile.Read(ref _subscriptions).Where(s => s.Topic == topic))
        {
            try
            {
                await subscription.Handle(message, cancellationToken);
            }
            catch (Exception) when (subscription.Owner.HasEnded)
            {
                // A generation that has just ended keeps nothing that could be out of date.
            }
            catch (Exception failure)
            {
                // The others must hear of it all the same.
                (failures ??= []).Add(failure);
            }
        }

        if (failures is not null)
        {
            throw failures is [var only] ? only : new AggregateException(failures);
        }
    }

    internal sealed record Subscription(
        ChangeSignals Owner,
        string Topic,
        Func<string, CancellationToken, ValueTask> Handle
    );
}
