using Microsoft.Extensions.Logging;

namespace Pergola.Plugins.Collections.Definitions;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "Index {Index} could not be built; the next start tries again")]
    public static partial void IndexNotBuilt(ILogger logger, string index, Exception exception);
}
