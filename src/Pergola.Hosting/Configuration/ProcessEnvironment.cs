using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Pergola.Hosting.Configuration;

/// <summary>The variables of the process; read here and nowhere else.</summary>
public static class ProcessEnvironment
{
    [SuppressMessage(
        "ApiDesign",
        "RS0030:Do not use banned APIs",
        Justification = "The one place where the environment enters; everything else reads options."
    )]
    public static IReadOnlyDictionary<string, string> Read() =>
        Environment
            .GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToDictionary(e => (string)e.Key, e => (string?)e.Value ?? string.Empty, StringComparer.Ordinal);
}
