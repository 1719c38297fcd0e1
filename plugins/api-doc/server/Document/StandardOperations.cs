using System.Collections.Frozen;
using Pergola.Data.Relations;
using Pergola.Data.Schema;

namespace Pergola.Plugins.ApiDoc.Document;

/// <summary>What the actions do that every collection has.</summary>
internal static class StandardOperations
{
    private static readonly string[] Selecting = ["fields", "except", "appends"];
    private static readonly string[] Writing = ["whitelist", "blacklist", "updateAssociationValues"];

    private static readonly FrozenDictionary<string, StandardOperation> ByAction = new StandardOperation[]
    {
        new("list", "List {0}", "List the {0} of a record of {1}")
        {
            Parameters = ["filter", .. Selecting, "sort", "page", "pageSize", "paginate"],
            Answer = AnswerForm.Page,
        },
        new("get", "Read one record of {0}", "Read one of the {0} of a record of {1}")
        {
            Parameters = ["filterByTk", "filter", .. Selecting],
            Answer = AnswerForm.FoundRecord,
        },
        new("query", "Group and count {0}", string.Empty) { Body = BodyForm.Aggregate, Answer = AnswerForm.Rows },
        new("create", "Create a record of {0}", "Create one of the {0} of a record of {1}")
        {
            Parameters = Writing,
            Body = BodyForm.Create,
            Answer = AnswerForm.Record,
        },
        new("update", "Change records of {0}", "Change some of the {0} of a record of {1}")
        {
            Parameters = ["filterByTk", "filter", .. Writing],
            Body = BodyForm.Update,
            Answer = AnswerForm.Records,
        },
        new("destroy", "Delete records of {0}", "Delete some of the {0} of a record of {1}")
        {
            Parameters = ["filterByTk", "filter"],
            Answer = AnswerForm.Count,
        },
        new(
            "firstOrCreate",
            "Find a record of {0}, or create it",
            "Find one of the {0} of a record of {1}, or create it"
        )
        {
            Parameters = ["filterKeys", .. Writing],
            Body = BodyForm.Create,
            Answer = AnswerForm.Record,
        },
        new(
            "updateOrCreate",
            "Change a record of {0}, or create it",
            "Change one of the {0} of a record of {1}, or create it"
        )
        {
            Parameters = ["filterKeys", .. Writing],
            Body = BodyForm.Create,
            Answer = AnswerForm.RecordOrRecords,
        },
        new("move", "Move a record within its order", "Move one of the {0} within their order")
        {
            Parameters = ["sourceId", "targetId", "sortField", "method", "targetScope", "sticky"],
            Answer = AnswerForm.Ok,
        },
        new("add", string.Empty, "Link {0} to a record of {1}") { Body = BodyForm.Keys, Answer = AnswerForm.Nothing },
        new("set", string.Empty, "Link exactly these {0} to a record of {1}")
        {
            Body = BodyForm.Keys,
            Answer = AnswerForm.Nothing,
        },
        new("remove", string.Empty, "Unlink {0} from a record of {1}")
        {
            Body = BodyForm.Keys,
            Answer = AnswerForm.Nothing,
        },
        new("toggle", string.Empty, "Link or unlink one of the {0} of a record of {1}")
        {
            Body = BodyForm.Keys,
            Answer = AnswerForm.Ok,
        },
    }.ToFrozenDictionary(o => o.Action, StringComparer.Ordinal);

    public static bool Has(string action) => ByAction.ContainsKey(action);

    public static StandardOperation Get(string action) => ByAction[action];

    /// <summary>Whether an action makes sense on a collection; one that is not here does.</summary>
    public static bool Suits(string action, Collection collection) =>
        action switch
        {
            "move" => collection.Columns.Any(c => c.Type.Name == "sort" && !c.Hidden),
            "add" or "set" or "remove" or "toggle" => false,
            _ => true,
        };

    /// <summary>Whether it does on an association.</summary>
    public static bool Suits(string action, Relation relation) =>
        action switch
        {
            "query" => false,
            "get" => true,
            _ when IsCreator(relation) => false,
            "list" or "add" => relation.IsToMany,
            "move" => relation is HasMany && (relation.Definition.Flag("sortable") ?? false),
            "toggle" => relation is BelongsToMany,
            _ => Has(action),
        };

    /// <summary>Who made or changed a record last is read, and never written.</summary>
    public static bool IsCreator(Relation relation) =>
        relation is BelongsTo { ForeignKey.Role: FieldRole.CreatedById or FieldRole.UpdatedById };
}

/// <summary>One of the actions that every collection has.</summary>
/// <param name="Action">Its name.</param>
/// <param name="Summary">What it does with the records of a collection, named in place of <c>{0}</c>.</param>
/// <param name="AssociationSummary">What it does with related records (<c>{0}</c>) of a record (<c>{1}</c>).</param>
internal sealed record StandardOperation(string Action, string Summary, string AssociationSummary)
{
    public IReadOnlyList<string> Parameters { get; init; } = [];

    public BodyForm Body { get; init; }

    public AnswerForm Answer { get; init; }

    public bool IsRead => Answer is AnswerForm.Page or AnswerForm.FoundRecord;
}

internal enum BodyForm
{
    None,
    Create,
    Update,
    Keys,
    Aggregate,
}

internal enum AnswerForm
{
    Nothing,
    Page,

    /// <summary>A record, null when there is none.</summary>
    FoundRecord,
    Record,
    Records,

    /// <summary>A record when it was created, a list with it when it was changed.</summary>
    RecordOrRecords,
    Count,
    Rows,
    Ok,
}
