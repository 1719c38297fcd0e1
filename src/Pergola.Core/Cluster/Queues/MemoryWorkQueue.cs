using System.Globalization;

namespace Pergola.Core.Cluster.Queues;

/// <summary>A queue within this process; what it holds ends with it, unless it is saved before and loaded after.</summary>
public sealed class MemoryWorkQueue : IWorkQueue, IDeadLetters
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<Message>> _channels = new(StringComparer.Ordinal);
    private readonly TimeProvider _clock;
    private readonly WakeUps _wakeUps;
    private long _lastId;

    public MemoryWorkQueue(TimeProvider clock)
    {
        _clock = clock;
        _wakeUps = new WakeUps(clock);
    }

    public IDeadLetters DeadLetters => this;

    public Task<string> PublishAsync(
        string channel,
        ReadOnlyMemory<byte> body,
        PublishOptions options,
        CancellationToken cancellationToken
    )
    {
        string id;
        lock (_lock)
        {
            id = NewId();
            var due = _clock.GetUtcNow() + options.Delay;
            Messages(channel).Add(new Message(id, body.ToArray(), options) { Due = due });
        }

        _wakeUps.Signal(channel);
        return Task.FromResult(id);
    }

    public Task<IReadOnlyList<Delivery>> ReceiveAsync(
        string channel,
        int most,
        TimeSpan visibility,
        TimeSpan wait,
        CancellationToken cancellationToken
    ) => _wakeUps.ReceiveAsync(channel, wait, _ => Task.FromResult(Take(channel, most, visibility)), cancellationToken);

    public Task<bool> CompleteAsync(Delivery delivery, CancellationToken cancellationToken) =>
        Change(delivery, (messages, message) => messages.Remove(message));

    public Task<bool> ExtendAsync(Delivery delivery, TimeSpan visibility, CancellationToken cancellationToken) =>
        Change(delivery, (_, message) => message.Due = _clock.GetUtcNow() + visibility);

    public Task<bool> GiveBackAsync(Delivery delivery, CancellationToken cancellationToken) =>
        Change(
            delivery,
            (_, message) =>
            {
                message.Receipt = null;
                message.Losses--;
                message.Due = _clock.GetUtcNow();
            }
        );

    public Task<bool> FailAsync(Delivery delivery, string error, CancellationToken cancellationToken) =>
        Change(
            delivery,
            (_, message) =>
            {
                message.Receipt = null;
                message.Losses--;
                message.Failures++;
                message.Error = error;
                message.Due = _clock.GetUtcNow() + message.Options.PauseAfter(message.Failures);
                message.DiedAt = message.Failures > message.Options.MaxRetries ? _clock.GetUtcNow() : null;
            }
        );

    public Task<QueueDepth> DepthAsync(string channel, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var now = _clock.GetUtcNow();
            var alive = Messages(channel).Where(m => m.DiedAt is null).ToList();
            return Task.FromResult(
                new QueueDepth(
                    alive.Count(m => m.Due <= now),
                    alive.Count(m => m.Due > now && m.Receipt is null),
                    alive.Count(m => m.Due > now && m.Receipt is not null),
                    Messages(channel).Count - alive.Count
                )
            );
        }
    }

    public Task<IReadOnlyList<DeadLetter>> ListAsync(string channel, int most, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<DeadLetter>>([
                .. Messages(channel)
                    .Where(m => m.DiedAt is not null)
                    .OrderByDescending(m => m.DiedAt)
                    .Take(most)
                    .Select(m => new DeadLetter(channel, m.Id, m.Body, m.Failures, m.Error, m.DiedAt!.Value)),
            ]);
        }
    }

    public Task<bool> RetryAsync(string channel, string id, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (Dead(channel, id) is not { } message)
            {
                return Task.FromResult(false);
            }

            message.DiedAt = null;
            message.Failures = 0;
            message.Losses = 0;
            message.Due = _clock.GetUtcNow();
        }

        _wakeUps.Signal(channel);
        return Task.FromResult(true);
    }

    public Task<bool> RemoveAsync(string channel, string id, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(Dead(channel, id) is { } message && Messages(channel).Remove(message));
        }
    }

    /// <summary>All that is left. What somebody is working on is there again at once.</summary>
    public IReadOnlyList<SavedMessage> Save()
    {
        lock (_lock)
        {
            var now = _clock.GetUtcNow();
            return
            [
                .. from channel in _channels
                from m in channel.Value
                let due = m.Receipt is null ? m.Due : now
                select new SavedMessage(channel.Key, m.Body, due, m.Failures, m.Losses, m.Options.MaxRetries)
                {
                    BackOff = m.Options.BackOff,
                    Error = m.Error,
                    DiedAt = m.DiedAt,
                },
            ];
        }
    }

    public void Load(IEnumerable<SavedMessage> messages)
    {
        lock (_lock)
        {
            foreach (var saved in messages)
            {
                var options = new PublishOptions { MaxRetries = saved.MaxRetries, BackOff = saved.BackOff };
                Messages(saved.Channel)
                    .Add(
                        new Message(NewId(), saved.Body, options)
                        {
                            Due = saved.Due,
                            Failures = saved.Failures,
                            Losses = saved.Losses,
                            Error = saved.Error,
                            DiedAt = saved.DiedAt,
                        }
                    );
            }
        }

        _wakeUps.SignalAll();
    }

    private string NewId() => (++_lastId).ToString(CultureInfo.InvariantCulture);

    private Message? Dead(string channel, string id) => Messages(channel).Find(m => m.Id == id && m.DiedAt is not null);

    private List<Message> Messages(string channel) =>
        _channels.TryGetValue(channel, out var messages) ? messages : _channels[channel] = [];

    private Taken Take(string channel, int most, TimeSpan visibility)
    {
        lock (_lock)
        {
            var now = _clock.GetUtcNow();
            var taken = new List<Delivery>();
            foreach (var message in Messages(channel).Where(m => m.DiedAt is null && m.Due <= now).OrderBy(m => m.Due))
            {
                if (taken.Count == most)
                {
                    break;
                }

                message.Receipt = null;
                if (message.Losses == PublishOptions.MostLosses)
                {
                    message.DiedAt = now;
                    message.Error = PublishOptions.NeverCompleted;
                    continue;
                }

                message.Losses++;
                message.Receipt = Guid.NewGuid().ToString("N");
                message.Due = now + visibility;
                taken.Add(new Delivery(channel, message.Id, message.Receipt, message.Body, message.Failures));
            }

            var waiting = Messages(channel).Where(m => m.DiedAt is null).ToList();
            return new Taken(taken, waiting.Count == 0 ? null : waiting.Min(m => m.Due) - now);
        }
    }

    private Task<bool> Change(Delivery delivery, Action<List<Message>, Message> change)
    {
        lock (_lock)
        {
            var messages = Messages(delivery.Channel);
            if (messages.Find(m => m.Id == delivery.Id && m.Receipt == delivery.Receipt) is not { } message)
            {
                return Task.FromResult(false);
            }

            change(messages, message);
        }

        _wakeUps.Signal(delivery.Channel);
        return Task.FromResult(true);
    }

    private sealed class Message(string id, byte[] body, PublishOptions options)
    {
        public string Id => id;

        public byte[] Body => body;

        public PublishOptions Options => options;

        public DateTimeOffset Due { get; set; }

        public string? Receipt { get; set; }

        public int Losses { get; set; }

        public int Failures { get; set; }

        public string Error { get; set; } = "";

        public DateTimeOffset? DiedAt { get; set; }
    }
}
