namespace Pergola.Server.WebClient;

/// <summary>The web client as a part of the server.</summary>
internal static class WebClientSlice
{
    private const string Folder = "web";

    public static IServiceCollection AddWebClient(this IServiceCollection services) =>
        services.AddSingleton(ClientFiles.Read(Path.Combine(AppContext.BaseDirectory, Folder)));

    public static IApplicationBuilder UseWebClient(this IApplicationBuilder app) =>
        app.UseMiddleware<WebClientMiddleware>();
}
