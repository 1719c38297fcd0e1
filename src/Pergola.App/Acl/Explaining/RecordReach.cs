using System.Text.Json;
using Pergola.App.Acl.Rules;
using Pergola.App.Actions;
using Pergola.App.Auth;
using Pergola.Core.Errors;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.Data.Schema;

namespace Pergola.App.Acl.Explaining;

/// <summary>Finds out whether one record is within somebody's reach, and by which role, with one statement.</summary>
public sealed class RecordReach(RecordQueries queries, RecordReader reader)
{
    /// <param name="caller">The one whose reach it is, acting as the roles that count.</param>
    /// <param name="collection">The collection of the record.</param>
    /// <param name="key">Its key, as <c>filterByTk</c> takes it.</param>
    /// <param name="actions">What they may do with the collection.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    /// <returns>One for each action about records that they may use; null when there is no such record.</returns>
    /// <exception cref="PergolaException">It is not a key of the collection.</exception>
    public async Task<IReadOnlyDictionary<string, ActionReach>?> FindAsync(
        Caller caller,
        Collection collection,
        JsonElement key,
        IReadOnlyList<ActionExplanation> actions,
        CancellationToken cancellationToken
    )
    {
        var conditions = new ConditionList();
        var asked = actions
            .Where(a => ActionNames.ReachesRecords(a.Action))
            .Select(action =>
                (
                    action.Action,
                    action.IsAllowed,
                    Whole: action.Permission is { } permission
                        ? conditions.Add(queries.ScopeOf(caller, permission, collection))
                        : null,
                    Fixed: action
                        .Fixed.Select(f => conditions.Add(queries.ScopeOf(caller, f.AsPermission, collection)))
                        .ToList(),
                    Roles: action
                        .Roles.Where(r => r.Permission is not null)
                        .Select(r => (r.Role, Index: conditions.Add(ScopeOf(r, caller, collection))))
                        .ToList()
                )
            )
            .ToList();
        var query = new RecordQuery(collection) { Filter = KeyParser.Filter(key, collection, caller.Values) };
        if (await reader.MatchAsync(query, conditions.Conditions, cancellationToken) is not { } met)
        {
            return null;
        }

        return asked.ToDictionary(
            a => a.Action,
            a =>
            {
                var meetsFixed = a.Fixed.All(Holds);
                return new ActionReach(
                    a.IsAllowed && Holds(a.Whole) && meetsFixed,
                    meetsFixed,
                    a.Roles.ToDictionary(r => r.Role, r => Holds(r.Index), StringComparer.Ordinal)
                );
            },
            StringComparer.Ordinal
        );

        bool Holds(int? condition) => condition is not { } index || met[index];
    }

    /// <summary>A role that does not act is asked as if it did, on its own.</summary>
    private FilterNode? ScopeOf(RoleExplanation role, Caller caller, Collection collection) =>
        queries.ScopeOf(role.Acts ? caller : caller.ActingAs([role.Role]), role.Permission!, collection);

    private sealed class ConditionList
    {
        private readonly List<FilterNode> _conditions = [];

        public IReadOnlyList<FilterNode> Conditions => _conditions;

        /// <summary>Its place among those that are asked; null for none, which every record meets.</summary>
        public int? Add(FilterNode? condition)
        {
            if (condition is null)
            {
                return null;
            }

            _conditions.Add(condition);
            return _conditions.Count - 1;
        }
    }
}

/// <summary>Whether an action reaches a record.</summary>
/// <param name="IsWithin">Whether somebody may use it on the record.</param>
/// <param name="MeetsFixed">Whether the record meets what holds for everybody.</param>
/// <param name="ByRole">Whether it meets the condition of each role that allows the action.</param>
public sealed record ActionReach(bool IsWithin, bool MeetsFixed, IReadOnlyDictionary<string, bool> ByRole);
