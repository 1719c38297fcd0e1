using System.Text.Json;
using Pergola.App.Acl.Rules;
using Pergola.Core.Errors;
using Pergola.Data.Querying;
using Pergola.Data.Schema;

namespace Pergola.App.Acl;

/// <summary>
/// Narrows a resolved query to what the caller may see: fields and related records that are not theirs are left out, and a
/// filter or order on them is refused, since its result would tell their values. Works on resolved names, so that no way of
/// writing a name gets around it.
/// </summary>
/// <param name="access">What the caller may see of other collections.</param>
/// <param name="view">What the caller may see of the collection the query is about.</param>
/// <param name="parse">Reads the scope of a permission for the collection it is about.</param>
internal sealed class QueryGuard(
    RequestAccess access,
    Permission view,
    Func<JsonElement, Collection, FilterNode?> parse
)
{
    private static readonly string[] AlwaysSeen = ["createdAt", "updatedAt", "createdById"];

    /// <summary>
    /// The filter of the request, with conditions over relations restricted to related records that the caller may see:
    /// the others are as if they were not there.
    /// </summary>
    /// <exception cref="ForbiddenException">It uses something the caller may not see.</exception>
    public FilterNode? Check(FilterNode? asked)
    {
        foreach (var path in asked?.Paths ?? [])
        {
            RefuseUnseen(path);
        }

        return asked?.Rewrite((condition, path) => FilterNode.And(condition, ScopeAlong(path.Relations))!);
    }

    /// <exception cref="ForbiddenException">The order uses something the caller may not see.</exception>
    public RecordQuery Narrow(RecordQuery query)
    {
        foreach (var key in query.Sort)
        {
            RefuseCompared(key.Path);
        }

        return query with
        {
            Selection = Narrow(query.Selection, view),
        };
    }

    /// <summary>
    /// Grouped values are told of what the caller may see only. A measure or dimension is not left out as a field of a record
    /// is: the others would mean something else without it.
    /// </summary>
    /// <exception cref="ForbiddenException">A part of it uses something the caller may not see.</exception>
    public AggregateQuery Narrow(AggregateQuery query)
    {
        foreach (var column in query.Columns.Concat(query.Orders.Select(o => o.Column)))
        {
            RefuseCompared(column.Path);
        }

        return query with
        {
            Filter = Check(query.Filter),
        };
    }

    /// <summary>Values of related records, some of which are out of reach, would be told by what they are put beside.</summary>
    private void RefuseCompared(FieldPath path)
    {
        RefuseUnseen(path);
        if (ScopeAlong(path.Relations) is not null)
        {
            throw Refusal(path);
        }
    }

    /// <summary>What a record must meet to be within a permission; null when every record is.</summary>
    public static FilterNode? ScopeOf(
        Permission permission,
        Collection collection,
        Func<JsonElement, Collection, FilterNode?> parse
    )
    {
        var scopes = new List<FilterNode>();
        foreach (var scope in permission.Scopes)
        {
            if (parse(scope, collection) is not { } condition)
            {
                return null;
            }

            scopes.Add(condition);
        }

        return scopes.Count switch
        {
            0 => null,
            1 => scopes[0],
            _ => new FilterGroup(IsAnd: false, scopes),
        };
    }

    private Selection Narrow(Selection selection, Permission permission) =>
        new(
            [.. selection.Columns.Where(c => IsSeen(c, permission))],
            [.. selection.Appends.Select(a => Narrow(a, permission)).OfType<Append>()]
        );

    /// <summary>Null when the relation, or every record behind it, is out of reach.</summary>
    private Append? Narrow(Append append, Permission permission)
    {
        var target = append.Relation.Target;

        // The branches of a tree are what was asked for, not a field of it.
        var isBranch = append is { Recursive: true, IsOptional: true } && append.Relation.Collection == target;
        if (!isBranch && !IsSeen(append.Relation, permission))
        {
            return null;
        }

        if (access.Of(target, ActionNames.View) is not { } allowed)
        {
            return null;
        }

        if (append.Sort.Any(key => key.Path.Relations.Count > 0 || !IsSeen(key.Path.Field, allowed)))
        {
            append = append with { Sort = [] };
        }

        return append with
        {
            Selection = Narrow(append.Selection, allowed),
            Filter = FilterNode.And(append.Filter, ScopeOf(allowed, target, parse)),
        };
    }

    private void RefuseUnseen(FieldPath path)
    {
        var permission = view;
        foreach (var relation in path.Relations)
        {
            permission =
                IsSeen(relation, permission) && access.Of(relation.Target, ActionNames.View) is { } next
                    ? next
                    : throw Refusal(path);
        }

        if (!IsSeen(path.Field, permission))
        {
            throw Refusal(path);
        }
    }

    private static ForbiddenException Refusal(FieldPath path) =>
        new("You may not use the field {field}", [("field", path.ToString())], path.ToString());

    /// <summary>The scopes of the collections a path leads through; null when there are none.</summary>
    private FilterNode? ScopeAlong(IReadOnlyList<Relation> path)
    {
        FilterNode? along = null;
        for (var length = 1; length <= path.Count; length++)
        {
            var target = path[length - 1].Target;
            if (
                access.Of(target, ActionNames.View) is { } permission
                && ScopeOf(permission, target, parse) is { } scope
            )
            {
                along = FilterNode.And(along, scope.Under([.. path.Take(length)]));
            }
        }

        return along;
    }

    /// <summary>As below, and for a relation whether records of its collection are seen at all.</summary>
    /// <param name="field">A field of the collection the permission is for.</param>
    /// <param name="permission">What may be viewed of it.</param>
    /// <param name="access">What may be viewed of other collections; null for everything.</param>
    public static bool IsSeen(Field field, Permission permission, RequestAccess? access) =>
        IsSeen(field, permission)
        && (
            field is not Relation relation || access is null || access.Of(relation.Target, ActionNames.View) is not null
        );

    /// <summary>Whether a field is within a permission to view.</summary>
    public static bool IsSeen(Field field, Permission permission) =>
        IsShown(field)
        && (
            permission.Fields is not { } fields
            || fields.Contains(field.Name, StringComparer.Ordinal)
            || AlwaysSeen.Contains(field.Name, StringComparer.Ordinal)
            || field is ColumnField { IsPrimaryKey: true }
        );

    /// <summary>Hidden columns hold what nobody is to learn, such as tokens; that of an order holds none.</summary>
    private static bool IsShown(Field field) =>
        field is not ColumnField { Hidden: true } column || column.Type.Name == "sort";
}
