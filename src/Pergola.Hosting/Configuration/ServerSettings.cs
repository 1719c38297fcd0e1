using Microsoft.Extensions.Configuration;
using Pergola.App.Auth;
using Pergola.App.Localization;
using Pergola.App.Plugins;
using Pergola.App.Secrets;
using Pergola.App.Wire;

namespace Pergola.Hosting.Configuration;

/// <summary>The settings of a process, bound and checked before anything starts.</summary>
public sealed record ServerSettings
{
    public required IConfiguration Configuration { get; init; }

    public required HttpOptions Http { get; init; }

    public required DatabaseOptions Database { get; init; }

    public required LogsOptions Logs { get; init; }

    public required SigningOptions Signing { get; init; }

    public required SecretsOptions Secrets { get; init; }

    public required InstallationOptions Installation { get; init; }

    public required PluginsOptions Plugins { get; init; }

    public required ClusterOptions Cluster { get; init; }

    public required WireOptions Wire { get; init; }

    public required LocalizationOptions Localization { get; init; }

    public required string StoragePath { get; init; }

    /// <exception cref="ConfigurationException">A variable does not fit; the message names it.</exception>
    public static ServerSettings Read(IReadOnlyDictionary<string, string> environment)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(EnvironmentReader.Read(environment))
            .Build();
        var http = Bind<HttpOptions>(configuration, "Http");
        var database = Bind<DatabaseOptions>(configuration, "Database");
        var storage = configuration["Storage:Path"] ?? "storage";
        return new ServerSettings
        {
            Configuration = configuration,
            Http = http,
            Database = database,
            Logs = Bind<LogsOptions>(configuration, "Logs"),
            Installation = Bind<InstallationOptions>(configuration, "Installation"),
            StoragePath = storage,
            Plugins = Bind<PluginsOptions>(configuration, "Plugins"),
            Cluster = Bind<ClusterOptions>(configuration, "Cluster"),
            Signing = new SigningOptions
            {
                AppKey = configuration["Signing:AppKey"],
                PrefersAppKey = configuration["Signing:PrefersAppKey"] == "true",
                StoragePath = storage,
            },
            Secrets = new SecretsOptions
            {
                Key = configuration["Secrets:Key"],
                KeyPath = configuration["Secrets:KeyPath"],
                StoragePath = storage,
            },
            Wire = new WireOptions
            {
                BodyLimit = long.Parse(configuration["Wire:BodyLimit"] ?? DefaultBodyLimit),
                TrustedOrigins = http.OriginWhitelist.Split(
                    ',',
                    StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
                ),
            },
            Localization = new LocalizationOptions
            {
                DefaultLocale = configuration["Localization:DefaultLocale"] ?? "en-US",
                AppLocale = configuration["Localization:AppLocale"] ?? "en-US",
                ServerZone = database.ServerZone,
            },
        };
    }

    private const string DefaultBodyLimit = "20971520";

    private static TOptions Bind<TOptions>(IConfiguration configuration, string section)
        where TOptions : class, new() => configuration.GetSection(section).Get<TOptions>() ?? new TOptions();
}
