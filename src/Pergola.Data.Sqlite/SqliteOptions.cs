namespace Pergola.Data.Sqlite;

/// <summary>Where an SQLite database is.</summary>
public sealed record SqliteOptions
{
    /// <summary>Path of the file; it and its folder are created when missing.</summary>
    public required string Path { get; init; }

    /// <summary>Idle connections for reading that are kept open.</summary>
    public int IdleReaders { get; init; } = 16;

    /// <summary>How long a statement waits while another process writes.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Hears of every statement that has run: its text without values, and how long it took.</summary>
    public Action<string, TimeSpan>? OnStatement { get; init; }
}
