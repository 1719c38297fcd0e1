using System.Text.Json;

namespace Pergola.Plugins.AuditLog.Actions;

/// <summary>A form in which the log leaves.</summary>
internal interface IEntryFile : IAsyncDisposable
{
    /// <summary>Appends entries, given as an array of objects.</summary>
    ValueTask WriteAsync(JsonElement entries, CancellationToken cancellationToken);
}
