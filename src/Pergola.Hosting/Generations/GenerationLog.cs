using Microsoft.Extensions.Logging;

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

    public static void SchemaIssue(ILogger logger, string issue) => Issue(logger, issue, null);

    public static void Serving(ILogger logger, int number) => Serves(logger, number, null);

    public static void StartFailed(ILogger logger, Exception failure) => NotStarted(logger, failure.Message, failure);
}
