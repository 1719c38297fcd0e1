using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Pergola.App.Plugins;
using Pergola.Data.Dialects;
using Pergola.Data.Schema;
using Pergola.Hosting;
using Pergola.Hosting.Apps;
using Pergola.Hosting.Cluster;
using Pergola.Hosting.Configuration;
using Pergola.Hosting.Generations;
using Pergola.Plugins.Acl;
using Pergola.Plugins.ApiDoc;
using Pergola.Plugins.AuditLog;
using Pergola.Plugins.Auth;
using Pergola.Plugins.Client;
using Pergola.Plugins.Collections;
using Pergola.Plugins.DataSourceManager;
using Pergola.Plugins.Departments;
using Pergola.Plugins.EnvironmentVariables;
using Pergola.Plugins.FileManager;
using Pergola.Plugins.FlowEngine;
using Pergola.Plugins.Localization;
using Pergola.Plugins.PluginCatalog;
using Pergola.Plugins.SystemSettings;
using Pergola.Plugins.ThemeEditor;
using Pergola.Plugins.UiLayout;
using Pergola.Plugins.UiSchemas;
using Pergola.Plugins.Users;
using Pergola.Testing.Servers;

namespace Pergola.PluginTests.Apps;

/// <summary>The whole app inside the test process, on a free port.</summary>
public sealed class AppUnderTest : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TestDatabase? _ownDatabase;
    private readonly Lazy<Task<ApiClient>> _root;

    private AppUnderTest(WebApplication app, TestDatabase? ownDatabase)
    {
        _app = app;
        _ownDatabase = ownDatabase;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First() + "/api/") };
        _root = new(() => ApiClient.SignInAsync(Client.BaseAddress, TestContext.Current.CancellationToken));
    }

    public static IReadOnlyList<Plugin> BuiltIn =>
        [
            new PluginCatalogPlugin(),
            new EnvironmentVariablesPlugin(),
            new FileManagerPlugin(),
            new SystemSettingsPlugin(),
            new AclPlugin(),
            new UsersPlugin(),
            new AuthPlugin(),
            new DataSourceManagerPlugin(),
            new DepartmentsPlugin(),
            new CollectionsPlugin(),
            new AuditLogPlugin(),
            new ApiDocPlugin(),
            new UiSchemaStoragePlugin(),
            new FlowEnginePlugin(),
            new UiLayoutPlugin(),
            new ClientPlugin(),
            new LicensePlugin(),
            new ThemeEditorPlugin(),
            new LocalizationPlugin(),
        ];

    /// <summary>Sends no token of its own.</summary>
    public HttpClient Client { get; }

    /// <summary>Services of the host, not of the generation.</summary>
    public IServiceProvider Host => _app.Services;

    public SchemaSnapshot Schema => Generation(services => services.GetRequiredService<SchemaStore>().Current);

    public Database Database => Generation(services => services.GetRequiredService<Database>());

    public static async Task<AppUnderTest> StartAsync(Backend backend, params (string Name, string Value)[] variables)
    {
        var database = await TestDatabase.CreateAsync(backend, TestContext.Current.CancellationToken);
        try
        {
            return await StartAsync(database, BuiltIn, isOwner: true, variables);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts on a database that outlives the app.</summary>
    public static Task<AppUnderTest> StartAsync(
        TestDatabase database,
        params (string Name, string Value)[] variables
    ) => StartAsync(database, BuiltIn, isOwner: false, variables);

    /// <summary>Starts with further plugins beside the ones of the product.</summary>
    public static Task<AppUnderTest> StartAsync(
        TestDatabase database,
        IEnumerable<Plugin> further,
        params (string Name, string Value)[] variables
    ) => StartAsync(database, [.. BuiltIn, .. further], isOwner: false, variables);

    /// <summary>Starts with the built server to try packages in, as the product does.</summary>
    public static Task<AppUnderTest> StartWithTrialsAsync(TestDatabase database) =>
        StartAsync(database, BuiltIn, isOwner: false, [], ServerProcess.Executable());

    /// <summary>Starts as one of several nodes on a database.</summary>
    public static Task<AppUnderTest> StartNodeAsync(
        TestDatabase database,
        ClusterParts shared,
        params (string Name, string Value)[] variables
    ) => StartAsync(database, BuiltIn, isOwner: false, variables, openCluster: (_, _, _, _) => Task.FromResult(shared));

    /// <summary>A client signed in as root.</summary>
    public Task<ApiClient> RootAsync() => _root.Value;

    /// <summary>Sends a request; the body is written as JSON.</summary>
    public async Task<(int Status, JsonElement Body)> SendAsync(
        string method,
        string path,
        object? body = null,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(Client.BaseAddress + path));
        request.Content = body is null ? null : JsonContent.Create(body);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, text.StartsWith('{') ? JsonElement.Parse(text) : default);
    }

    /// <summary>Signs in and returns the header that says so.</summary>
    public async Task<(string Name, string Value)> SignInAsync(
        string account = "nocobase",
        string password = "admin123"
    )
    {
        var (status, body) = await SendAsync("POST", "auth:signIn", new { account, password });
        Assert.Equal(200, status);
        return ("Authorization", "Bearer " + body.GetProperty("data").GetProperty("token").GetString());
    }

    /// <summary>Asks the services of the generation that serves.</summary>
    public T Generation<T>(Func<IServiceProvider, T> ask)
    {
        Assert.True(_app.Services.GetRequiredService<GenerationSwitch>().TryLease(out var lease));
        using (lease)
        {
            return ask(lease.Generation.Services);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_root.IsValueCreated && _root.Value.IsCompletedSuccessfully)
        {
            (await _root.Value).Dispose();
        }

        Client.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        if (_ownDatabase is not null)
        {
            await _ownDatabase.DisposeAsync();
        }
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The app under test disposes it.")]
    private static async Task<AppUnderTest> StartAsync(
        TestDatabase database,
        IReadOnlyList<Plugin> plugins,
        bool isOwner,
        (string Name, string Value)[] variables,
        string? trialProgram = null,
        OpenCluster? openCluster = null
    )
    {
        var environment = database.Variables();
        environment["APP_HOST"] = "127.0.0.1";
        environment["APP_PORT"] = "0";
        environment["LOGGER_LEVEL"] = "error";
        environment["APPEND_PRESET_BUILT_IN_PLUGINS"] = "departments,localization";
        foreach (var (name, value) in variables)
        {
            environment[name] = value;
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.AddPergola(
            ServerSettings.Read(environment),
            new AppParts(TestDialects.All, plugins)
            {
                TrialProgram = trialProgram,
                TrialLimit = TimeSpan.FromSeconds(15),
                OpenCluster = openCluster,
            }
        );
        var app = builder.Build();
        try
        {
            app.UsePergola();
            await app.StartAsync(TestContext.Current.CancellationToken);
            await app.Services.GetRequiredService<AppLife>().Started;
            return new AppUnderTest(app, isOwner ? database : null);
        }
        catch
        {
            await app.StopAsync(CancellationToken.None);
            await app.DisposeAsync();
            throw;
        }
    }
}
