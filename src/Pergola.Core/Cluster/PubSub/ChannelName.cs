namespace Pergola.Core.Cluster.PubSub;

/// <summary>How channels are named, so that apps on one backend do not hear each other.</summary>
public static class ChannelName
{
    /// <summary><c>&lt;app&gt;.&lt;prefix&gt;.&lt;channel&gt;</c>, without a prefix when there is none.</summary>
    public static string Of(string app, string? prefix, string channel) =>
        prefix is null ? $"{app}.{channel}" : $"{app}.{prefix}.{channel}";
}
