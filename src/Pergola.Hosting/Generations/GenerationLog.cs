using Microsoft.Extensions.Logging;
using Pergola.Hosting.Configuration;

namespace Pergola.Hosting.Generations;

internal static class GenerationLog
{
    private static readonly Action<ILogger, string, Exception?> Issue = LoggerMessage.Define<string>(
        LogLevel.Warning,
        new EventId(1, nameof(SchemaIssue)),
        "Left out of the schema: {Issue}"
    );

    private static readonly Action<ILogger, int, Exception?> Serves = LoggerMessage.Define<int>(
        LogLevel.Debug,
        new EventId(2, nameof(Serving)),
        "Generation {Number} serves"
    );

    private static readonly Action<ILogger, string, Exception?> NotStarted = LoggerMessage.Define<string>(
        LogLevel.Critical,
        new EventId(3, nameof(StartFailed)),
        "The app cannot start: {Reason}"
    );

    private static readonly Action<ILogger, string, string, Exception?> NoIndex = LoggerMessage.Define<string, string>(
        LogLevel.Warning,
        new EventId(4, nameof(IndexMissing)),
        "Index {Index} of table {Table} could not be built; queries go without it until the next start"
    );

    private static readonly Action<ILogger, string, Exception?> NoEffect = LoggerMessage.Define<string>(
        LogLevel.Warning,
        new EventId(5, nameof(VariableUnused)),
        "{Variable} has no effect: what it sets does not exist yet"
    );

    private static readonly Action<ILogger, string, Exception?> Failed = LoggerMessage.Define<string>(
        LogLevel.Error,
        new EventId(6, nameof(WorkFailed)),
        "{Work} failed and starts again in a moment"
    );

    private static readonly Action<ILogger, double, Exception?> NotEnded = LoggerMessage.Define<double>(
        LogLevel.Error,
        new EventId(7, nameof(WorkNotEnded)),
        "Background work has not ended within {Seconds} seconds and is left behind"
    );

    private static readonly Action<ILogger, int, Exception?> BadEnd = LoggerMessage.Define<int>(
        LogLevel.Error,
        new EventId(8, nameof(EndFailed)),
        "Generation {Number} did not end in order"
    );

    private static readonly Action<ILogger, string, Exception?> NotDone = LoggerMessage.Define<string>(
        LogLevel.Error,
        new EventId(9, nameof(ScheduleFailed)),
        "{Work} failed; it runs again at its next time"
    );

    public static void ScheduleFailed(ILogger logger, string work, Exception failure) => NotDone(logger, work, failure);

    public static void EndFailed(ILogger logger, int number, Exception failure) => BadEnd(logger, number, failure);

    public static void VariableUnused(ILogger logger, string name) => NoEffect(logger, name, null);

    public static void IndexMissing(ILogger logger, string index, string table, Exception reason) =>
        NoIndex(logger, index, table, reason);

    public static void SchemaIssue(ILogger logger, string issue) => Issue(logger, issue, null);

    public static void Serving(ILogger logger, int number) => Serves(logger, number, null);

    public static void StartFailed(ILogger logger, Exception failure) =>
        // A wrong setting is said in one sentence; where it was found out helps nobody.
        NotStarted(logger, failure.Message, failure is ConfigurationException ? null : failure);

    public static void WorkFailed(ILogger logger, string work, Exception failure) => Failed(logger, work, failure);

    public static void WorkNotEnded(ILogger logger, double seconds) => NotEnded(logger, seconds, null);
}
