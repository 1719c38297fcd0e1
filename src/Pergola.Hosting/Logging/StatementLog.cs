using Microsoft.Extensions.Logging;

namespace Pergola.Hosting.Logging;

/// <summary>Logs SQL statements of drivers that do not log themselves.</summary>
public static class StatementLog
{
    private static readonly Action<ILogger, double, string, Exception?> Executed = LoggerMessage.Define<double, string>(
        LogLevel.Information,
        new EventId(1, "StatementExecuted"),
        "Command execution completed (duration={DurationMs}ms): {CommandText}"
    );

    public static Action<string, TimeSpan> To(ILoggerFactory loggers)
    {
        var logger = loggers.CreateLogger("Pergola.Data.Statements");
        return (text, duration) => Executed(logger, Math.Round(duration.TotalMilliseconds, 3), text, null);
    }
}
