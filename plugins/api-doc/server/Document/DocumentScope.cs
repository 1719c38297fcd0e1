using Pergola.App.Acl.Explaining;
using Pergola.App.Actions;
using Pergola.App.Describing;
using Pergola.Data.Schema;

namespace Pergola.Plugins.ApiDoc.Document;

/// <summary>Which collections and resources a document has, and which of their actions its reader may use.</summary>
internal sealed class DocumentScope
{
    private readonly SchemaSnapshot _schema;
    private readonly CallerRights _rights;
    private readonly ApiPart _part;
    private readonly ActionRegistry _actions;
    private readonly DescriptionBook _descriptions;
    private readonly HashSet<Collection> _inside;

    public DocumentScope(DocumentSource source, ActionRegistry actions, DescriptionBook descriptions)
    {
        (_schema, _rights, _part) = (source.Schema, source.Rights, source.Part);
        _actions = actions;
        _descriptions = descriptions;
        Collections =
        [
            .. _schema
                .Collections.Where(c =>
                    ResourceResolver.IsResource(c)
                    && _part.Contains(c.Name, descriptions.PluginOf(c.Name))
                    && (ActionsOf(c).Any() || AllRelationsOf(c).Any(r => ActionsOf(r).Any()))
                )
                .OrderBy(c => descriptions.PluginOf(c.Name) is null)
                .ThenBy(c => c.Name, StringComparer.Ordinal),
        ];
        _inside = [.. Collections];
        Resources =
        [
            .. actions
                .All.Select(a => a.Resource)
                .Distinct(StringComparer.Ordinal)
                .Where(name => IsPlain(name) && IsInside(name) && ActionsOf(name).Any())
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Collections of the part with an action that is open to the reader: those of plugins first.</summary>
    public IReadOnlyList<Collection> Collections { get; }

    /// <summary>Resources of plugins without records, and associations that are no relations.</summary>
    public IReadOnlyList<string> Resources { get; }

    /// <summary>Names of the actions of a collection that are open.</summary>
    public IEnumerable<string> ActionsOf(Collection collection) =>
        _actions
            .ActionsOf(collection.Name, hasCollection: true)
            .Where(action =>
                IsDescribed(collection.Name, action)
                && (
                    StandardOperations.Suits(action, collection)
                    || _descriptions.Find(collection.Name, action) is not null
                )
                && _rights.MayUse(collection.Name, action, collection)
            );

    /// <summary>Names of the actions of an association that are open.</summary>
    public IEnumerable<string> ActionsOf(Relation relation) =>
        _actions
            .ActionsOf(NameOf(relation), hasCollection: true)
            .Where(action =>
                IsDescribed(NameOf(relation), action)
                && (
                    StandardOperations.Suits(action, relation)
                    || _descriptions.Find(NameOf(relation), action) is not null
                )
                && _rights.MayUse(relation, action)
            );

    /// <summary>Names of the actions of a resource that are open.</summary>
    public IEnumerable<string> ActionsOf(string resource) =>
        _actions
            .ActionsOf(resource, hasCollection: false)
            .Where(action => IsDescribed(resource, action) && _rights.MayUse(resource, action, records: null));

    /// <summary>The relations of a collection that the reader sees. Those of collections outside the part are left out: they would lead everywhere.</summary>
    public IEnumerable<Relation> RelationsOf(Collection collection) =>
        _inside.Contains(collection) ? AllRelationsOf(collection).Where(r => _rights.MaySee(r)) : [];

    /// <summary>Those with actions of their own.</summary>
    public IEnumerable<Relation> AssociationsOf(Collection collection) => AllRelationsOf(collection);

    public static string NameOf(Relation relation) => $"{relation.Collection.Name}.{relation.Name}";

    private static IEnumerable<Relation> AllRelationsOf(Collection collection) =>
        collection.Relations.Where(r => !r.Hidden && ResourceResolver.IsResource(r.Target));

    private bool IsDescribed(string resource, string action) =>
        _descriptions.Find(resource, action) is { } description
            ? description.IsOffered
            : StandardOperations.Has(action) || _descriptions.Find("*", action) is { IsOffered: true };

    /// <summary>Neither all collections, nor one, nor a relation of one.</summary>
    private bool IsPlain(string name) =>
        name != "*"
        && !_schema.TryGet(name, out _)
        && !(
            name.Split('.') is [var collection, var relation]
            && _schema.TryGet(collection, out var found)
            && found.TryGetRelation(relation, out _)
        );

    private bool IsInside(string name)
    {
        var root = name.Split('.')[0];
        return _part.Contains(root, _descriptions.PluginOf(name) ?? _descriptions.PluginOf(root));
    }
}
