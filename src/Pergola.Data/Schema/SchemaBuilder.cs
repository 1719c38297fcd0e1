using Pergola.Data.Fields;

namespace Pergola.Data.Schema;

/// <summary>
/// Builds a snapshot from definitions: columns first, then relations with the key columns they imply, then keys and
/// indexes. What cannot be resolved is left out and listed in <see cref="SchemaSnapshot.Issues"/>, so that a database
/// with types of a plugin that is not here still serves everything else.
/// </summary>
public sealed class SchemaBuilder(FieldTypeRegistry types, Naming naming, int maxIdentifierLength)
{
    private readonly ColumnBuilder _columns = new(types, naming);
    private readonly KeyBuilder _keys = new(maxIdentifierLength);

    public SchemaSnapshot Build(long revision, IReadOnlyList<CollectionDefinition> definitions)
    {
        var issues = new List<string>();
        var collections = new Dictionary<string, Collection>(StringComparer.Ordinal);
        foreach (var definition in definitions)
        {
            collections[definition.Name] = _columns.Build(definition, issues);
        }

        foreach (var tree in collections.Values.Where(c => c.Definition.Text("tree") is not null).ToList())
        {
            var path = _columns.Build(TreePaths.Define(tree.Name), issues);
            collections[path.Name] = path;
            tree.TreePath = path;
        }

        new RelationBuilder(_columns).Resolve(collections, issues);
        foreach (var collection in collections.Values)
        {
            _keys.Complete(collection);
        }

        return new SchemaSnapshot(revision, [.. collections.Values], issues);
    }

    /// <summary>Whether a wire type is one of the four relations.</summary>
    public static bool IsRelation(string type) => RelationBuilder.IsRelation(type);
}
