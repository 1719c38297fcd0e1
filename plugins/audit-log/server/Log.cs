using Microsoft.Extensions.Logging;

namespace Pergola.Plugins.AuditLog;

internal static partial class Log
{
    [LoggerMessage(
        1,
        LogLevel.Error,
        "{Count} entries of the audit log could not be written yet and are kept in memory"
    )]
    public static partial void NotWritten(ILogger logger, int count, Exception exception);

    [LoggerMessage(2, LogLevel.Error, "{Count} entries of the audit log are lost; {All} since the start")]
    public static partial void Lost(ILogger logger, int count, long all, Exception? exception);

    [LoggerMessage(3, LogLevel.Information, "{Count} old entries and changes of the audit log are gone")]
    public static partial void Purged(ILogger logger, int count);
}
