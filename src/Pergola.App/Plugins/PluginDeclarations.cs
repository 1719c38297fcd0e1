using System.Reflection;
using Pergola.App.Acl;
using Pergola.App.Acl.Rules;
using Pergola.App.Actions;
using Pergola.App.Describing;
using Pergola.App.Migrations;
using Pergola.Data.Events;
using Pergola.Data.Fields;
using Pergola.Data.Operators;
using Pergola.Data.Schema;

namespace Pergola.App.Plugins;

/// <summary>What the plugins of one generation have declared, in order.</summary>
public sealed class PluginDeclarations
{
    public List<CollectionDefinition> Collections { get; } = [];

    /// <summary>The plugin that brought a collection first, by its name.</summary>
    public Dictionary<string, string> CollectionPlugins { get; } = new(StringComparer.Ordinal);

    public List<ActionRegistration> Actions { get; } = [];

    /// <summary>What clients are told of the actions.</summary>
    public List<ResourceDescription> Descriptions { get; } = [];

    /// <summary>Resources that do not have every action of collections, and those they have.</summary>
    public Dictionary<string, IReadOnlyList<string>> ClosedResources { get; } = new(StringComparer.Ordinal);

    public List<Allowance> Allowances { get; } = [];

    public List<FixedFilter> FixedFilters { get; } = [];

    public List<Snippet> Snippets { get; } = [];

    /// <summary>Actions on collections that rules of roles never open.</summary>
    public HashSet<(string Collection, string Action)> ReservedActions { get; } = [];

    public List<RecordHandlerRegistration> Records { get; } = [];

    public List<MigrationRegistration> Migrations { get; } = [];

    public List<Type> Installers { get; } = [];

    public List<FieldType> FieldTypes { get; } = [];

    public List<FilterOperator> Operators { get; } = [];

    /// <summary>Assemblies whose <c>locales/*.json</c> are the texts of the generation.</summary>
    public List<Assembly> TextSources { get; } = [];
}

/// <summary>A record handler by type, created with the generation.</summary>
public sealed record RecordHandlerRegistration(string Collection, ChangeKinds Kinds, Type Handler);
