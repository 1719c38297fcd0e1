using Microsoft.Extensions.Logging;

namespace Pergola.Hosting.Cluster;

internal static partial class NodeLog
{
    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Revision {Revision} is committed, but whether the other nodes follow is not known"
    )]
    public static partial void SpreadUnsure(ILogger logger, long revision, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Another node has not followed revision {Revision} in time")]
    public static partial void SpreadLate(ILogger logger, long revision);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A word to the other nodes was lost; they look by themselves")]
    public static partial void HintLost(ILogger logger, Exception failure);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "This node could not see what the others have changed; it tries again"
    )]
    public static partial void LookFailed(ILogger logger, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "This node was away for too long and builds its app anew")]
    public static partial void Rebuilding(ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "This node is in step with the others again")]
    public static partial void InStepAgain(ILogger logger);
}
