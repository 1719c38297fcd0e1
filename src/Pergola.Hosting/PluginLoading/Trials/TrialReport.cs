using Pergola.App.Plugins.Installed;

namespace Pergola.Hosting.PluginLoading.Trials;

/// <summary>How a plugin did in its trial.</summary>
/// <param name="Plugin">What it is; null when it failed.</param>
/// <param name="Error">Why it failed; null when it did not.</param>
public sealed record TrialReport(PluginEntry? Plugin, string? Error);
