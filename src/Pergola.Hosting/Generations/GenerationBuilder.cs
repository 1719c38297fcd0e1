using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pergola.App.Migrations;
using Pergola.App.Plugins;
using Pergola.App.Signals;
using Pergola.Data.Ddl;
using Pergola.Data.Dialects;
using Pergola.Data.Fields;
using Pergola.Data.Operators;
using Pergola.Data.Records;
using Pergola.Data.Schema;
using Pergola.Hosting.Configuration;
using Pergola.Hosting.PluginLoading;

namespace Pergola.Hosting.Generations;

/// <summary>
/// Builds a generation while another one may serve: plugins in order, their collections, services, the tables, installers,
/// the stored collections. Whatever fails leaves everything as it was, except tables that were added.
/// </summary>
internal sealed class GenerationBuilder(ProcessParts lent)
{
    private int _count;

    /// <summary>The plugins stay the caller's while this fails; the generation unloads them when it ends.</summary>
    /// <exception cref="PluginFailedException">A plugin threw.</exception>
    public async Task<Generation> BuildAsync(PluginSet plugins, CancellationToken cancellationToken)
    {
        var declarations = new PluginDeclarations();
        var services = new ServiceCollection();
        foreach (var plugin in PluginOrder.Sort(plugins.Plugins))
        {
            declarations.TextSources.Add(plugin.GetType().Assembly);
            Configure(plugin, services, declarations);
        }

        var composer = Compose(declarations, HiddenBy(plugins, declarations), out var fieldTypes);
        var code = composer.Compose(new StoredDefinitions(0, []));
        AddLent(services, composer, fieldTypes, declarations, code);
        services.AddApp(declarations);
        var provider = services.BuildServiceProvider(
            new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }
        );
        try
        {
            var isNew = await PrepareAsync(
                provider,
                declarations,
                plugins.Installed,
                code,
                composer,
                cancellationToken
            );
            return new Generation(provider, plugins, Interlocked.Increment(ref _count)) { IsNewInstallation = isNew };
        }
        catch
        {
            await provider.DisposeAsync();
            throw;
        }
    }

    private void Configure(Plugin plugin, ServiceCollection services, PluginDeclarations declarations)
    {
        var name = PluginOrder.Describe(plugin).Name;
        try
        {
            plugin.Configure(new PluginBuilder(name, services, declarations, lent.Settings.Configuration, lent.Kept));
        }
        catch (Exception failure) when (failure is not ConfigurationException)
        {
            throw PluginFailedException.Of(name, failure);
        }
    }

    /// <summary>The collections that would be there if every plugin of the product were switched on.</summary>
    private IReadOnlyCollection<string> HiddenBy(PluginSet plugins, PluginDeclarations declarations)
    {
        var others = new PluginDeclarations();
        foreach (var plugin in plugins.Off)
        {
            Configure(plugin, new ServiceCollection(), others);
        }

        return
        [
            .. others
                .Collections.Select(c => c.Name)
                .Except(declarations.Collections.Select(c => c.Name), StringComparer.Ordinal),
        ];
    }

    private SchemaComposer Compose(
        PluginDeclarations declarations,
        IReadOnlyCollection<string> hidden,
        out FieldTypeRegistry fieldTypes
    )
    {
        fieldTypes = new FieldTypeRegistry([.. StandardFieldTypes.All, .. declarations.FieldTypes]);
        return new SchemaComposer(NewSchemaBuilder(fieldTypes), declarations.Collections, hidden);
    }

    private SchemaBuilder NewSchemaBuilder(FieldTypeRegistry fieldTypes) =>
        new(fieldTypes, lent.Settings.Database.Naming, lent.Database.Dialect.Quoting.MaxIdentifierLength);

    /// <summary>What is needed to know which migrations have run, before the rest of the tables.</summary>
    private SchemaSnapshot MigrationsTable(PluginDeclarations declarations) =>
        NewSchemaBuilder(new FieldTypeRegistry(StandardFieldTypes.All))
            .Build(0, [.. declarations.Collections.Where(c => c.Name == MigrationsCollection.Name)]);

    private void AddLent(
        IServiceCollection services,
        SchemaComposer composer,
        FieldTypeRegistry fieldTypes,
        PluginDeclarations declarations,
        SchemaSnapshot code
    )
    {
        var settings = lent.Settings;

        // Instances, not factories: a container disposes only what it made.
        services.AddSingleton(lent.Clock);
        services.AddSingleton(lent.Ids);
        services.AddSingleton(lent.Database);
        services.AddSingleton(lent.Database.Dialect);
        services.AddSingleton(settings.Database.Naming);
        services.AddSingleton(settings.Wire);
        services.AddSingleton(settings.Localization);
        services.AddSingleton(settings.Installation);
        services.AddSingleton(settings.Signing);
        services.AddSingleton(settings.Secrets);
        services.AddSingleton(lent.Loggers);
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddSingleton(fieldTypes);
        services.AddSingleton(new OperatorRegistry([.. StandardOperators.All, .. declarations.Operators]));
        services.AddSingleton(composer);
        services.AddSingleton(new SchemaStore(code));
        services.AddSingleton(lent.Cluster.Cache);
        services.AddSingleton(lent.Cluster.PubSub);
        services.AddSingleton(lent.Cluster.Locks);
        services.AddSingleton(lent.Cluster.Queue);
        services.AddSingleton(lent.Signals);
        services.AddSingleton(lent.Users);
        services.AddSingleton(lent.Commands);
        services.AddSingleton(lent.Catalog);
        services.AddSingleton(lent.Feed);
        services.AddSingleton(lent.Notices);
        services.AddSingleton<ChangeSignals>();
        services.AddSingleton<BackgroundWorks>();
        services.AddSingleton<Schedules>();
        services.AddSingleton<ErrorTranslator>();
        services.AddSingleton<DdlExecutor>();
        services.AddSingleton<RecordReader>();
        services.AddSingleton<RecordWriter>();
        services.AddSingleton(
            new ValueContext
            {
                Clock = lent.Clock,
                Ids = lent.Ids,
                ServerZone = settings.Localization.ServerZone,
            }
        );
    }

    private async Task<bool> PrepareAsync(
        ServiceProvider provider,
        PluginDeclarations declarations,
        IReadOnlyCollection<string> installed,
        SchemaSnapshot code,
        SchemaComposer composer,
        CancellationToken cancellationToken
    )
    {
        var tables = new TablePreparation(
            lent.Database,
            provider.GetRequiredService<DdlExecutor>(),
            lent.Loggers.CreateLogger<TablePreparation>()
        );
        await NamingCheck.CheckAsync(lent.Database, lent.Settings.Database.Naming, composer.Code, cancellationToken);
        var migrations = new MigrationRun(
            lent.Database,
            provider.GetRequiredService<SystemRows>(),
            provider,
            declarations.Migrations,
            installed
        );
        if (installed.Count > 0)
        {
            await tables.CreateMissingAsync(MigrationsTable(declarations), cancellationToken);
            await migrations.RunAsync(MigrationStage.BeforeLoad, code, cancellationToken);
        }

        var isNew = await tables.CreateMissingAsync(code, cancellationToken);
        if (installed.Count == 0)
        {
            await migrations.RunAsync(MigrationStage.BeforeLoad, code, cancellationToken);
        }

        await migrations.RunAsync(MigrationStage.AfterSync, code, cancellationToken);
        await InstallAsync(provider, declarations, cancellationToken);
        var snapshot = await ReadStoredAsync(provider.GetRequiredService<SchemaRefresh>(), code, cancellationToken);
        if (snapshot is not null)
        {
            await tables.CreateMissingAsync(snapshot, cancellationToken);
            provider.GetRequiredService<SchemaStore>().Publish(snapshot);
        }

        await migrations.RunAsync(MigrationStage.AfterLoad, snapshot ?? code, cancellationToken);

        return isNew;
    }

    private async Task<SchemaSnapshot?> ReadStoredAsync(
        SchemaRefresh refresh,
        SchemaSnapshot code,
        CancellationToken cancellationToken
    )
    {
        var snapshot = await refresh.ReadAsync(code, cancellationToken);
        foreach (var issue in snapshot?.Issues ?? [])
        {
            GenerationLog.SchemaIssue(lent.Loggers.CreateLogger<GenerationBuilder>(), issue);
        }

        return snapshot;
    }

    /// <summary>One transaction under the lock: of several nodes that start at once one installs, the others find it done.</summary>
    private async Task InstallAsync(
        ServiceProvider provider,
        PluginDeclarations declarations,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await lent.Database.BeginLockedAsync(SchemaLocks.Change, cancellationToken);
        foreach (var installer in declarations.Installers)
        {
            try
            {
                await ((IInstaller)provider.GetRequiredService(installer)).InstallAsync(transaction, cancellationToken);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                throw PluginFailedException.Of(installer.Assembly.GetName().Name ?? installer.Name, failure);
            }
        }

        await transaction.CommitAsync(cancellationToken);
    }
}
