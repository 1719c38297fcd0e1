namespace Pergola.Hosting.Configuration;

/// <summary>Where the server listens and what its URLs begin with.</summary>
public sealed class HttpOptions
{
    public string Host { get; init; } = "0.0.0.0";

    public int Port { get; init; } = 13000;

    /// <summary>Seconds between being told to stop and refusing connections.</summary>
    public int DrainTime { get; init; } = 5;

    public string PublicPath { get; init; } = "/";

    public string ApiBasePath { get; init; } = "/api/";

    public string SocketPath { get; init; } = "/ws";

    public string PluginFilesPath { get; init; } = "/static/plugins/";

    /// <summary>Origins separated by commas.</summary>
    public string OriginWhitelist { get; init; } = string.Empty;

    /// <summary>Public path with one slash at either end, such as <c>/</c> or <c>/app/</c>.</summary>
    public string Root => Slashed(PublicPath);

    /// <summary>Path of the API with one slash at either end, such as <c>/api/</c> or <c>/app/api/</c>.</summary>
    public string ApiRoot => Root.TrimEnd('/') + Slashed(ApiBasePath);

    /// <summary>Path of the WebSocket, such as <c>/ws</c> or <c>/app/ws</c>.</summary>
    public string SocketRoot => Root + SocketPath.Trim('/');

    /// <summary>Path of the web parts of plugins with one slash at either end.</summary>
    public string PluginFilesRoot => Root.TrimEnd('/') + Slashed(PluginFilesPath);

    private static string Slashed(string path) => path.Trim('/') is { Length: > 0 } inner ? "/" + inner + "/" : "/";
}
