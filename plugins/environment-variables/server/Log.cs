using Microsoft.Extensions.Logging;

namespace Pergola.Plugins.EnvironmentVariables;

internal static partial class Log
{
    [LoggerMessage(
        1,
        LogLevel.Error,
        "The secret {Name} cannot be decrypted: it was stored with another key, or is damaged. Give it its value again"
    )]
    public static partial void NotDecrypted(ILogger logger, string name);

    [LoggerMessage(2, LogLevel.Warning, "Others than its owner may read or change {Path}, the key of secrets")]
    public static partial void KeyOpenToOthers(ILogger logger, string path);

    [LoggerMessage(3, LogLevel.Error, "No key of secrets could be made at {Path}; secrets cannot be stored")]
    public static partial void NoKey(ILogger logger, string path, Exception exception);
}
