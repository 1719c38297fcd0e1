namespace Pergola.IntegrationTests.Cluster;

/// <summary>A backend for one test class, and two nodes on it.</summary>
public abstract class ClusterFixture : IAsyncLifetime
{
    private readonly List<IAsyncDisposable> _opened = [];
    private ClusterNode? _first;
    private ClusterNode? _second;

    /// <summary>Why the tests of this class cannot run, null when they can.</summary>
    public abstract string? Missing { get; }

    public ClusterNode First => _first ?? throw new InvalidOperationException("The fixture has not been started.");

    public ClusterNode Second => _second ?? throw new InvalidOperationException("The fixture has not been started.");

    public virtual async ValueTask InitializeAsync()
    {
        if (Missing is null)
        {
            await StartAsync(TestContext.Current.CancellationToken);
            _first = await JoinAsync(TestContext.Current.CancellationToken);
            _second = await JoinAsync(TestContext.Current.CancellationToken);
        }
    }

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var opened in Enumerable.Reverse(_opened))
        {
            await opened.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>A further node.</summary>
    public abstract Task<ClusterNode> JoinAsync(CancellationToken cancellationToken);

    protected virtual Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Disposed with the fixture, the latest first.</summary>
    protected T Keep<T>(T opened)
        where T : IAsyncDisposable
    {
        lock (_opened)
        {
            _opened.Add(opened);
        }

        return opened;
    }
}
