using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pergola.App.Plugins;
using Pergola.Data.Ddl;
using Pergola.Data.Dialects;
using Pergola.Data.Fields;
using Pergola.Data.Operators;
using Pergola.Data.Records;
using Pergola.Data.Schema;

namespace Pergola.Hosting.Generations;

/// <summary>
/// Builds a generation while another one may serve: plugins in order, their collections, services, the tables, installers,
/// the stored collections. Whatever fails leaves everything as it was, except tables that were added.
/// </summary>
public sealed class GenerationBuilder(ProcessParts lent, IReadOnlyList<Plugin> plugins)
{
    private int _count;

    public async Task<Generation> BuildAsync(CancellationToken cancellationToken)
    {
        var declarations = new PluginDeclarations();
        var services = new ServiceCollection();
        foreach (var plugin in PluginOrder.Sort(plugins))
        {
            declarations.TextSources.Add(plugin.GetType().Assembly);
            plugin.Configure(
                new PluginBuilder(
                    PluginOrder.Describe(plugin).Name,
                    services,
                    declarations,
                    lent.Settings.Configuration
                )
            );
        }

        var composer = Compose(declarations, out var fieldTypes);
        var code = composer.Compose(new StoredDefinitions(0, []));
        AddLent(services, composer, fieldTypes, declarations, code);
        services.AddApp(declarations);
        var provider = services.BuildServiceProvider(
            new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }
        );
        try
        {
            var isNew = await PrepareAsync(provider, declarations, code, composer, cancellationToken);
            return new Generation(provider, Interlocked.Increment(ref _count)) { IsNewInstallation = isNew };
        }
        catch
        {
            await provider.DisposeAsync();
            throw;
        }
    }

    private SchemaComposer Compose(PluginDeclarations declarations, out FieldTypeRegistry fieldTypes)
    {
        fieldTypes = new FieldTypeRegistry([.. StandardFieldTypes.All, .. declarations.FieldTypes]);
        var builder = new SchemaBuilder(
            fieldTypes,
            lent.Settings.Database.Naming,
            lent.Database.Dialect.Quoting.MaxIdentifierLength
        );
        return new SchemaComposer(builder, declarations.Collections);
    }

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
        services.AddSingleton<BackgroundWorks>();
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
        var isNew = await tables.CreateMissingAsync(code, cancellationToken);
        await InstallAsync(provider, declarations, cancellationToken);
        var snapshot = await ReadStoredAsync(provider, code, composer, cancellationToken);
        if (snapshot is not null)
        {
            await tables.CreateMissingAsync(snapshot, cancellationToken);
            provider.GetRequiredService<SchemaStore>().Publish(snapshot);
        }

        return isNew;
    }

    private async Task<SchemaSnapshot?> ReadStoredAsync(
        ServiceProvider provider,
        SchemaSnapshot code,
        SchemaComposer composer,
        CancellationToken cancellationToken
    )
    {
        SchemaSnapshot? snapshot = null;
        foreach (var source in provider.GetServices<IDefinitionSource>())
        {
            await using var connection = await lent.Database.OpenAsync(cancellationToken);
            snapshot = composer.Compose(await source.ReadAsync(code, connection, transaction: null, cancellationToken));
        }

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
            await ((IInstaller)provider.GetRequiredService(installer)).InstallAsync(transaction, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }
}
