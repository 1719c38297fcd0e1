using Pergola.Core.Errors;
using Pergola.Data.Relations;
using Pergola.Data.Schema;

namespace Pergola.Data.Querying;

/// <summary>
/// <c>fields</c>, <c>except</c> and <c>appends</c>: names of columns, of relations, and dotted paths. Unknown relations in
/// <c>appends</c> are ignored (recorded), every other unknown name is an error.
/// </summary>
internal static class SelectionParser
{
    private const int MaxDepth = 16;
    private const int MaxAppends = 128;

    /// <summary>Relations on all paths; each may cost a statement.</summary>
    private const int MaxRelations = 256;

    public static Selection Parse(QueryParameters parameters, Collection collection)
    {
        var root = new Node { AllColumns = parameters.Fields is null };
        if (parameters.Fields is { } fields)
        {
            if (fields.All(f => f.Length == 0))
            {
                throw new BadRequestException("{parameter} names no field", [("parameter", "fields")], "fields");
            }

            foreach (var field in fields.Where(f => f.Length > 0))
            {
                Add(root, collection, field, "fields", ignoreUnknown: false);
            }
        }

        if (parameters.Appends.Count > MaxAppends)
        {
            throw new BadRequestException("At most {limit} appends are allowed", [("limit", "128")], "appends");
        }

        foreach (var append in parameters.Appends.Where(a => a.Length > 0))
        {
            Add(root, collection, append, "appends", ignoreUnknown: true);
        }

        foreach (var except in parameters.Except.Where(e => e.Length > 0))
        {
            Exclude(root, except);
        }

        return root.CountRelations() <= MaxRelations
            ? Build(root, collection)
            : throw new BadRequestException("At most {limit} relations can be appended", [("limit", "256")], "appends");
    }

    private static void Add(Node root, Collection collection, string path, string parameter, bool ignoreUnknown)
    {
        var (names, options) = SplitOptions(path, parameter);
        var node = root;
        var owner = collection;
        var segments = names.Split('.');
        if (segments.Length > MaxDepth + 1)
        {
            throw new BadRequestException("{parameter} is nested too deep", [("parameter", parameter)], parameter);
        }

        // Nothing is added before the whole path is known, so that an ignored one leaves no trace.
        var relations = new List<Relation>();
        foreach (var segment in segments[..^1])
        {
            if (!owner.TryGetRelation(segment, out var step))
            {
                RefuseUnknown(owner, segment, parameter, ignoreUnknown);
                return;
            }

            relations.Add(step);
            owner = step.Target;
        }

        var name = segments[^1];
        if (owner.TryGetRelation(name, out var relation))
        {
            node = relations.Append(relation).Aggregate(node, (at, step) => at.Child(step));
            node.AllColumns = true;
            ApplyOptions(node, relation, options, parameter);
        }
        else if (owner.TryGetColumn(name, out var column))
        {
            relations.Aggregate(node, (at, step) => at.Child(step)).Columns.Add(column);
        }
        else
        {
            RefuseUnknown(owner, name, parameter, ignoreUnknown);
        }
    }

    private static void RefuseUnknown(Collection owner, string name, string parameter, bool ignoreUnknown)
    {
        if (!ignoreUnknown && !IsColumnless(owner, name))
        {
            throw QueryNames.UnknownField(owner, name, parameter);
        }
    }

    /// <summary>A field that is defined but has no column, such as a virtual one.</summary>
    private static bool IsColumnless(Collection collection, string name) =>
        !collection.TryGetField(name, out _) && collection.Definition.Fields.Any(f => f.Name == name);

    /// <summary><c>books(sort=-title)</c> is a path with options.</summary>
    private static (string Path, string? Options) SplitOptions(string text, string parameter)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            return (text, null);
        }

        if (text[^1] != ')')
        {
            throw new BadRequestException(
                "{parameter}: \"{text}\" has no closing parenthesis",
                [("parameter", parameter), ("text", text)],
                parameter
            );
        }

        return (text[..open], text[(open + 1)..^1]);
    }

    private static void ApplyOptions(Node node, Relation relation, string? options, string parameter)
    {
        foreach (var option in options?.Split('&', StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            var equals = option.IndexOf('=', StringComparison.Ordinal);
            var (name, value) = equals < 0 ? (option, "") : (option[..equals], option[(equals + 1)..]);
            switch (name)
            {
                case "recursively":
                    node.Recursive =
                        value == "true" && relation is not BelongsToMany && relation.Target == relation.Collection;
                    break;
                case "sort":
                    node.Sort = SortParser.Parse(value.Split(','), relation.Target);
                    break;
                default:
                    throw new BadRequestException(
                        "{parameter}: unknown option \"{option}\"",
                        [("parameter", parameter), ("option", name)],
                        parameter
                    );
            }
        }
    }

    private static void Exclude(Node root, string path)
    {
        var node = root;
        var segments = path.Split('.');
        foreach (var segment in segments[..^1])
        {
            var child = node.Children.FirstOrDefault(c => c.Relation!.Name == segment);
            if (child is null)
            {
                return;
            }

            node = child;
        }

        node.Except.Add(segments[^1]);
    }

    private static Selection Build(Node node, Collection collection)
    {
        IEnumerable<ColumnField> columns = node.AllColumns
            ? collection.Columns.Where(c => !node.Except.Contains(c.Name))
            : collection.Columns.Where(node.Columns.Contains);
        var appends = node
            .Children.Where(child => !node.Except.Contains(child.Relation!.Name))
            .Select(child => BuildAppend(child))
            .ToList();
        return new Selection([.. columns.Where(c => !c.Hidden)], appends);
    }

    private static Append BuildAppend(Node node)
    {
        var relation = node.Relation!;
        var selection = Build(node, relation.Target);
        if (node.Recursive)
        {
            // The records of the chain carry the relation themselves; this is where the chain closes.
            selection = selection with
            {
                Appends =
                [
                    .. selection.Appends,
                    new Append(relation, selection) { Recursive = true, IsOptional = true },
                ],
            };
        }

        return new Append(relation, selection)
        {
            Recursive = node.Recursive,
            Sort = node.Sort.Count > 0 ? node.Sort : RelationOrder.Of(relation),
            WithThrough = node.AllColumns,
        };
    }

    /// <summary>What has been asked of one collection on the way.</summary>
    private sealed class Node
    {
        public Relation? Relation { get; private init; }

        public bool AllColumns { get; set; }

        public HashSet<ColumnField> Columns { get; } = [];

        public HashSet<string> Except { get; } = [];

        public List<Node> Children { get; } = [];

        public bool Recursive { get; set; }

        public IReadOnlyList<SortKey> Sort { get; set; } = [];

        public Node Child(Relation relation)
        {
            var child = Children.FirstOrDefault(c => c.Relation == relation);
            if (child is null)
            {
                child = new Node { Relation = relation };
                Children.Add(child);
            }

            return child;
        }

        public int CountRelations() => Children.Sum(c => 1 + c.CountRelations());
    }
}
