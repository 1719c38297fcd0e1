using Microsoft.Extensions.Logging;

namespace Pergola.Hosting.Sockets;

internal static class SocketLog
{
    private static readonly Action<ILogger, Exception?> WentAway = LoggerMessage.Define(
        LogLevel.Debug,
        new EventId(1, nameof(Gone)),
        "A client left its WebSocket open"
    );

    public static void Gone(ILogger logger, Exception failure) => WentAway(logger, failure);
}
