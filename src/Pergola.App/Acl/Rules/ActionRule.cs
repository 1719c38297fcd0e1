using System.Text.Json;

namespace Pergola.App.Acl.Rules;

/// <summary>What a role may do with the records of one collection by one action.</summary>
/// <param name="Fields">Names of the fields it is limited to; null for all.</param>
/// <param name="Scope">Condition on the records, as the API takes filters; null for all records.</param>
/// <param name="IsOwn">Whether only records count that the user made.</param>
public sealed record ActionRule(IReadOnlyList<string>? Fields, JsonElement? Scope, bool IsOwn)
{
    public static readonly ActionRule Everything = new(null, null, IsOwn: false);

    public static readonly ActionRule Own = new(null, null, IsOwn: true);

    /// <summary>The wider of both, as clients are told; two scopes at once are told as none.</summary>
    public static ActionRule Unite(ActionRule left, ActionRule right)
    {
        if (left == Everything || right == Everything)
        {
            return Everything;
        }

        var fields = left.Fields is null || right.Fields is null ? null : left.Fields.Union(right.Fields).ToList();
        return left.IsOwn && right.IsOwn
            ? left with
            {
                Fields = fields,
            }
            : new ActionRule(fields, Scope: null, IsOwn: false);
    }
}
