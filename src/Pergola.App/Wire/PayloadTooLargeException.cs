using Pergola.Core.Errors;

namespace Pergola.App.Wire;

/// <summary>The request body is longer than <c>REQUEST_BODY_LIMIT</c> allows (413).</summary>
public sealed class PayloadTooLargeException(long limit)
    : PergolaException("The request body is larger than {limit} bytes", [("limit", limit.ToString())]);
