using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Pergola.App.Localization;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;

namespace Pergola.App.Wire;

/// <summary>The edge: turns whatever went wrong into an answer, and logs once what nobody foresaw.</summary>
public sealed class FailureResponder(
    TextCatalog texts,
    ErrorTranslator databaseErrors,
    ILogger<FailureResponder> logger
)
{
    public async Task RespondAsync(HttpContext http, Exception failure, SchemaSnapshot schema)
    {
        if (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is listening any more.
            return;
        }

        if (
            failure is DbException refused
            && await databaseErrors.TranslateAsync(refused, schema, http.RequestAborted) is { } known
        )
        {
            failure = known;
        }

        var answer = ErrorMapper.Map(failure, texts.For(http.Request), http.TraceIdentifier);
        if (answer.IsUnexpected)
        {
            WireLog.Unexpected(logger, http.Request.Method, http.Request.Path, failure);
        }

        if (http.Response.HasStarted)
        {
            // Part of the answer is gone already; only a broken connection says that it is not whole.
            http.Abort();
            return;
        }

        http.Response.Headers.Remove("Content-Length");
        await ErrorWriter.WriteAsync(http, answer, http.RequestAborted);
    }
}
