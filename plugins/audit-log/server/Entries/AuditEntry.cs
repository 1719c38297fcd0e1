namespace Pergola.Plugins.AuditLog.Entries;

/// <summary>One thing that somebody did or tried to do.</summary>
internal sealed record AuditEntry
{
    /// <summary>Given when it is first written, so that writing it again after a failure cannot make two of it.</summary>
    public long Id { get; set; }

    /// <summary>When the request arrived, UTC, in milliseconds.</summary>
    public required DateTime At { get; init; }

    public long? UserId { get; init; }

    /// <summary>What the user was called at that time.</summary>
    public string? UserName { get; init; }

    /// <summary>The account asked for by somebody who was not signed in.</summary>
    public string? Account { get; init; }

    public string? Role { get; init; }

    /// <summary>Id of the API key; its name is looked up when the entry is written.</summary>
    public string? ApiKeyId { get; init; }

    public required string Action { get; init; }

    /// <summary>As in the URL: <c>R</c> or <c>R.A</c>.</summary>
    public required string Resource { get; init; }

    /// <summary>The collection whose records it was about.</summary>
    public string? Collection { get; init; }

    public string? SourceKey { get; init; }

    /// <summary>Keys of the records, the first hundred.</summary>
    public IReadOnlyList<string> RecordKeys { get; init; } = [];

    public int RecordCount { get; init; }

    public required int Status { get; init; }

    public required TimeSpan Duration { get; init; }

    public required string RequestId { get; init; }

    public string? Address { get; init; }

    public string? UserAgent { get; init; }

    public string DataSource { get; init; } = "main";
}
