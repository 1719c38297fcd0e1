using Pergola.Core.Errors;

namespace Pergola.Hosting.PluginLoading;

/// <summary>A plugin threw while it was loaded, configured or installed. The message says which one and what it said.</summary>
public sealed class PluginFailedException : BadRequestException
{
    private const int MaxText = 1_000;

    private PluginFailedException(string plugin, string reason, Exception cause)
        : base("{plugin} failed: {reason}", [("plugin", plugin), ("reason", reason)], inner: cause) => Plugin = plugin;

    public string Plugin { get; }

    public static PluginFailedException Of(string plugin, Exception cause)
    {
        var text = cause is PergolaException ? cause.Message : $"{cause.GetType().Name}: {cause.Message}";
        return new PluginFailedException(plugin, text[..Math.Min(text.Length, MaxText)], cause);
    }
}
