using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Pergola.App.Wire;

internal static class WireLog
{
    private static readonly Action<ILogger, string, string?, Exception?> UnexpectedFailure = LoggerMessage.Define<
        string,
        string?
    >(LogLevel.Error, new EventId(1, "UnexpectedFailure"), "{Method} {Path} failed unexpectedly");

    public static void Unexpected(ILogger logger, string method, PathString path, Exception failure) =>
        UnexpectedFailure(logger, method, path.Value, failure);
}
