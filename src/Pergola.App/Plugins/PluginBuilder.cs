using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pergola.App.Acl;
using Pergola.App.Actions;
using Pergola.App.Jobs;
using Pergola.App.Localization;
using Pergola.App.Migrations;
using Pergola.Data.Fields;
using Pergola.Data.Operators;

namespace Pergola.App.Plugins;

/// <summary>Where a plugin declares its parts. Everything lands in the generation that is being built.</summary>
public sealed class PluginBuilder
{
    private readonly PluginDeclarations _declarations;
    private readonly IConfiguration _configuration;
    private readonly KeptParts _kept;

    public PluginBuilder(
        string name,
        IServiceCollection services,
        PluginDeclarations declarations,
        IConfiguration configuration,
        KeptParts kept
    )
    {
        Name = name;
        Services = services;
        _declarations = declarations;
        _configuration = configuration;
        _kept = kept;
        Collections = new PluginCollections(name, declarations);
        Acl = new PluginAcl(declarations);
        Records = new PluginRecords(services, declarations);
    }

    public string Name { get; }

    /// <summary>Services of the generation: singletons live as long as it, scoped ones as long as an action.</summary>
    public IServiceCollection Services { get; }

    public PluginCollections Collections { get; }

    public PluginAcl Acl { get; }

    public PluginRecords Records { get; }

    /// <summary>
    /// Registers the options of the plugin as a singleton, read from <c>&lt;PLUGIN&gt;_&lt;PROPERTY&gt;</c> and checked by their
    /// data annotations.
    /// </summary>
    public PluginBuilder Options<TOptions>()
        where TOptions : class, new()
    {
        Services.TryAddSingleton(PluginOptions.Read<TOptions>(Name, _configuration));
        return this;
    }

    /// <summary>
    /// A service that lives as long as the process and serves all generations, such as the count of failed sign-ins; only for
    /// plugins that come with the product.
    /// </summary>
    public PluginBuilder Keep<TService>(Func<TimeProvider, TService> make)
        where TService : class
    {
        Services.AddSingleton(_kept.Get(make));
        return this;
    }

    /// <summary>A resource by name: <c>auth</c>, <c>collections.fields</c>, or <c>*</c> for every collection.</summary>
    public PluginResource Resource(string name) => new(name, Name, Services, _declarations);

    /// <summary>Something that brings an installation up to date; runs at every start, in order of declaration.</summary>
    public PluginBuilder Install<TInstaller>()
        where TInstaller : class, IInstaller
    {
        Services.TryAddSingleton<TInstaller>();
        _declarations.Installers.Add(typeof(TInstaller));
        return this;
    }

    /// <summary>A source of collections stored in the database.</summary>
    public PluginBuilder DefinitionSource<TSource>()
        where TSource : class, IDefinitionSource
    {
        Services.AddSingleton<IDefinitionSource, TSource>();
        return this;
    }

    /// <summary>Work that runs as long as the generation serves.</summary>
    public PluginBuilder Background<TWork>()
        where TWork : class, IBackgroundWork
    {
        Services.TryAddSingleton<TWork>();
        Services.AddSingleton<IBackgroundWork>(provider => provider.GetRequiredService<TWork>());
        return this;
    }

    /// <summary>Work that is done again and again, an interval after it was done last.</summary>
    public PluginBuilder Schedule<TWork>(TimeSpan interval)
        where TWork : class, IScheduledWork
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(interval, TimeSpan.FromMilliseconds(10));
        Services.TryAddScoped<TWork>();
        Services.AddSingleton(new ScheduledWork(typeof(TWork), interval));
        return this;
    }

    /// <summary>Something that brings data of an earlier version into its present form, once.</summary>
    public PluginBuilder Migration<TMigration>()
        where TMigration : class, IMigration
    {
        Services.TryAddSingleton<TMigration>();
        _declarations.Migrations.Add(new MigrationRegistration(Name, typeof(TMigration)));
        return this;
    }

    /// <summary>Somebody who hears of every action once it is answered.</summary>
    public PluginBuilder Observer<TObserver>()
        where TObserver : class, IActionObserver
    {
        Services.AddSingleton<IActionObserver, TObserver>();
        return this;
    }

    public PluginBuilder FieldType(FieldType type)
    {
        _declarations.FieldTypes.Add(type);
        return this;
    }

    public PluginBuilder Operator(FilterOperator filterOperator)
    {
        _declarations.Operators.Add(filterOperator);
        return this;
    }
}
