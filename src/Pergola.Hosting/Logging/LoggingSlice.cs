using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Pergola.Hosting.Configuration;

namespace Pergola.Hosting.Logging;

public static class LoggingSlice
{
    /// <summary>Logs to the standard output as the settings say; the frameworks below speak up only when something is wrong.</summary>
    public static void AddPergolaLogging(this ILoggingBuilder logging, LogsOptions options, bool logsStatements)
    {
        logging.ClearProviders();
        logging.Services.AddSingleton(options);
        logging.Services.AddSingleton<ConsoleFormatter, LineFormatter>();
        logging.AddConsole(console => console.FormatterName = LineFormatter.FormatterName);
        var level = LogLevels.Parse(options.Level);
        logging.SetMinimumLevel(level);
        var framework = level <= LogLevel.Debug ? level : LogLevel.Warning;
        logging.AddFilter("Microsoft", framework);
        logging.AddFilter("System", framework);
        logging.AddFilter("Npgsql", framework);

        // It writes addresses with everything that stands in them, tokens of links included.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);

        if (logsStatements)
        {
            logging.AddFilter("Npgsql.Command", level);
        }

        // What the host says of failures the services and commands have said before.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
    }
}
