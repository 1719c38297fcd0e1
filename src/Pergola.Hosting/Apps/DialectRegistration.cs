using Microsoft.Extensions.Logging;
using Pergola.Data.Dialects;
using Pergola.Hosting.Configuration;

namespace Pergola.Hosting.Apps;

/// <summary>How a database of one dialect is opened; the loggers are for the statements it runs.</summary>
public sealed record DialectRegistration(
    string Name,
    Func<ServerSettings, ILoggerFactory, CancellationToken, Task<Database>> OpenAsync
)
{
    /// <summary>Whether several processes work on one such database.</summary>
    public bool IsShared { get; init; }
}
