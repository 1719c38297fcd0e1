using Microsoft.Extensions.Logging;

namespace Pergola.Hosting.Apps;

internal static class AppLog
{
    private static readonly Action<ILogger, string, string, Exception?> LeftOut = LoggerMessage.Define<string, string>(
        LogLevel.Error,
        new EventId(1, nameof(PluginLeftOut)),
        "Plugin {Plugin} is left out: {Reason}"
    );

    private static readonly Action<ILogger, string, Exception?> Begins = LoggerMessage.Define<string>(
        LogLevel.Information,
        new EventId(2, nameof(CommandBegins)),
        "Command {Command} begins"
    );

    private static readonly Action<ILogger, string, string, Exception?> Failed = LoggerMessage.Define<string, string>(
        LogLevel.Error,
        new EventId(3, nameof(CommandFailed)),
        "Command {Command} failed: {Reason}"
    );

    private static readonly Action<ILogger, Exception?> LateFailed = LoggerMessage.Define(
        LogLevel.Warning,
        new EventId(4, nameof(LateBuildFailed)),
        "A generation that took too long to build has failed as well"
    );

    private static readonly Action<ILogger, string, Exception?> FollowFailed = LoggerMessage.Define<string>(
        LogLevel.Error,
        new EventId(5, nameof(NotFollowed)),
        "A change of plugins on another node could not be followed: {Reason}"
    );

    private static readonly Action<ILogger, string, string, Exception?> Back = LoggerMessage.Define<string, string>(
        LogLevel.Error,
        new EventId(6, nameof(GoingBack)),
        "Node {Node} cannot follow, so all go back: {Reason}"
    );

    public static void NotFollowed(ILogger logger, string reason, Exception failure) =>
        FollowFailed(logger, reason, failure);

    public static void GoingBack(ILogger logger, string node, string reason) => Back(logger, node, reason, null);

    public static void LateBuildFailed(ILogger logger, Exception failure) => LateFailed(logger, failure);

    public static void PluginLeftOut(ILogger logger, string plugin, string reason) =>
        LeftOut(logger, plugin, reason, null);

    public static void CommandBegins(ILogger logger, string command) => Begins(logger, command, null);

    public static void CommandFailed(ILogger logger, string command, string reason, Exception? failure) =>
        Failed(logger, command, reason, failure);
}
