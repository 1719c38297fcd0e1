using Pergola.Core.Errors;

namespace Pergola.App.Plugins.Feeds;

/// <summary>The feed did not give what was asked for; the message says why, without address or password.</summary>
public sealed class FeedException(
    string template,
    IReadOnlyList<ErrorArgument>? arguments = null,
    Exception? inner = null
) : BadRequestException(template, arguments, inner: inner);
