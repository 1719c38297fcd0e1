namespace Pergola.ArchitectureTests;

/// <summary>A place where a rule does not hold, and why that is right.</summary>
internal sealed record Exemption(string Rule, string Path, string Reason);

internal static class Exemptions
{
    private const string Programs = "Nothing starts programs or reads types out of data";

    public static IReadOnlyList<Exemption> All { get; } =
    [
        new(
            Programs,
            "src/Pergola.Hosting/PluginLoading/PluginLoader.cs",
            "Makes the plugin of a package that an administrator installed: running its code is what it is for."
        ),
        new(
            Programs,
            "src/Pergola.Hosting/PluginLoading/Packages/Nuspec.cs",
            "Packages describe themselves in XML; it is read without document types or references to elsewhere."
        ),
        new(
            "Every code has a row in docs/reference/errors.md",
            "src/Pergola.Hosting/PluginLoading/Packages/HostAssemblies.cs",
            "TRUSTED_PLATFORM_ASSEMBLIES is a property of the runtime."
        ),
    ];
}
