using Microsoft.AspNetCore.Http;
using Pergola.App.Auth;
using Pergola.App.Localization;
using Pergola.Core.Errors;

namespace Pergola.App.Wire;

/// <summary>The only place that knows which failure is which status.</summary>
public static class ErrorMapper
{
    public static ErrorAnswer Map(Exception failure, Texts texts, string requestId) =>
        failure switch
        {
            ConstraintException constraint => new ErrorAnswer(400, Violations(constraint, texts)),
            BadRequestException or ValidationException => Answer(400, (PergolaException)failure, texts),
            UnauthenticatedException unauthenticated => Answer(401, unauthenticated, texts),
            ForbiddenException forbidden => Answer(403, forbidden, texts),
            NotFoundException notFound => Answer(404, notFound, texts),
            ConflictException conflict => Answer(409, conflict, texts),
            PayloadTooLargeException tooLarge => Answer(413, tooLarge, texts) with { ClosesConnection = true },
            TooManyRequestsException tooMany => Answer(429, tooMany, texts) with { RetryAfter = tooMany.RetryAfter },
            UnavailableException unavailable => Answer(503, unavailable, texts) with
            {
                RetryAfter = unavailable.RetryAfter,
            },
            BadHttpRequestException request => new ErrorAnswer(
                request.StatusCode,
                [new ErrorEntry(texts.Translate("The request could not be read"))]
            )
            {
                ClosesConnection = true,
            },
            _ => new ErrorAnswer(500, [Unexpected(texts, requestId)]) { IsUnexpected = true },
        };

    private static ErrorAnswer Answer(int status, PergolaException failure, Texts texts) =>
        new(status, [new ErrorEntry(texts.Message(failure.Template, failure.Arguments), failure.Code)]);

    private static List<ErrorEntry> Violations(ConstraintException failure, Texts texts) =>
        [.. failure.Violations.Select(v => new ErrorEntry(texts.Message(v.Template, v.Arguments)))];

    private static ErrorEntry Unexpected(Texts texts, string requestId) =>
        new(texts.Message("Something went wrong on the server (request {id})", [("id", requestId)]), "INTERNAL_ERROR");
}

/// <summary>An error as it leaves.</summary>
public sealed record ErrorAnswer(int Status, IReadOnlyList<ErrorEntry> Errors)
{
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the rest of the request is of no interest.</summary>
    public bool ClosesConnection { get; init; }

    /// <summary>Whether nobody foresaw it, so that the log needs the details.</summary>
    public bool IsUnexpected { get; init; }
}

/// <summary>One entry of <c>errors</c>.</summary>
public sealed record ErrorEntry(string Message, string? Code = null);
