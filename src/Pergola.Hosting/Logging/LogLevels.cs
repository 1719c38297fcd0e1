using Microsoft.Extensions.Logging;

namespace Pergola.Hosting.Logging;

/// <summary>Levels by the words of <c>LOGGER_LEVEL</c>.</summary>
internal static class LogLevels
{
    public static LogLevel Parse(string word) =>
        word switch
        {
            "error" => LogLevel.Error,
            "warn" => LogLevel.Warning,
            "debug" => LogLevel.Debug,
            "trace" => LogLevel.Trace,
            _ => LogLevel.Information,
        };

    public static string Word(LogLevel level) =>
        level switch
        {
            LogLevel.Critical or LogLevel.Error => "error",
            LogLevel.Warning => "warn",
            LogLevel.Debug => "debug",
            LogLevel.Trace => "trace",
            _ => "info",
        };
}
