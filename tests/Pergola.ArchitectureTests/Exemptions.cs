namespace Pergola.ArchitectureTests;

/// <summary>A place where a rule does not hold, and why that is right.</summary>
internal sealed record Exemption(string Rule, string Path, string Reason);

internal static class Exemptions
{
    private const string Programs = "Nothing starts programs or reads types out of data";
    private const string Codes = "Every code has a row in docs/reference/errors.md";

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
            Programs,
            "src/Pergola.Hosting/PluginLoading/Trials/PluginTrial.cs",
            "Starts this very program, to try a package away from the installation."
        ),
        new(
            "Nothing calls other servers",
            "src/Pergola.App/Plugins/Feeds/FeedHttp.cs",
            "Asks the package feed whose address the operator has set, and no other."
        ),
        new(
            "Examples use the HTTP API alone",
            "examples/visitors/plugin/Acme.Visitors.csproj",
            "Shows how a plugin is written: against the packages of the contract, not against projects."
        ),
        new(
            "Examples use the HTTP API alone",
            "examples/visitors/tests/Acme.Visitors.Tests.csproj",
            "Tests that plugin, with the packages its author has."
        ),
        new(
            Codes,
            "src/Pergola.Hosting/PluginLoading/Packages/HostAssemblies.cs",
            "TRUSTED_PLATFORM_ASSEMBLIES is a property of the runtime."
        ),
        new(Codes, "src/Pergola.Hosting/PluginLoading/Trials/PluginTrial.cs", "Names variables of the environment."),
        new(Codes, "src/Pergola.Hosting/PluginLoading/Trials/TrialRun.cs", "Names variables of the environment."),
    ];
}
