namespace Pergola.App.Plugins.Installed;

/// <summary>What an installation says of a plugin.</summary>
/// <param name="Name">Short name.</param>
/// <param name="PackageName">Name of the package it comes in.</param>
/// <param name="Version">Version as it was last switched or updated; null where nobody wrote one.</param>
/// <param name="Enabled">Whether it is switched on.</param>
/// <param name="Installed">Whether it has been switched on at least once.</param>
/// <param name="BuiltIn">Whether the installation began with it.</param>
public sealed record PluginState(
    string Name,
    string PackageName,
    string? Version,
    bool Enabled,
    bool Installed,
    bool BuiltIn
)
{
    /// <summary>SHA-512 of the package file, base64; null for what comes with the product.</summary>
    public string? Hash { get; init; }
}
