using Pergola.Core.Errors;

namespace Pergola.Hosting.PluginLoading.Packages;

/// <summary>A package that cannot be taken; the message says why.</summary>
public sealed class PackageException(
    string template,
    IReadOnlyList<ErrorArgument>? arguments = null,
    Exception? inner = null
) : BadRequestException(template, arguments, "file", inner);
