using Pergola.App.Auth;

namespace Pergola.App.Actions;

/// <summary>What an action tells its observers that its route and caller do not say.</summary>
public sealed class ActionTrace
{
    private const int Remembered = 100;
    private readonly List<string> _keys = [];

    /// <summary>Keys of the records it made, changed or deleted, in order; the first hundred.</summary>
    public IReadOnlyList<string> Keys => _keys;

    /// <summary>How many records there were in all.</summary>
    public int Count { get; private set; }

    /// <summary>The account that somebody not signed in asked for.</summary>
    public string? Account { get; internal set; }

    /// <summary>Whom a public action has let in.</summary>
    public CurrentUser? User { get; internal set; }

    internal void Add(string key)
    {
        Count++;
        if (_keys.Count < Remembered)
        {
            _keys.Add(key);
        }
    }
}
