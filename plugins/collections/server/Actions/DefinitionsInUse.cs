using System.Text.Json;
using Pergola.App.Actions;
using Pergola.App.Plugins;
using Pergola.Data.Querying;

namespace Pergola.Plugins.Collections.Actions;

/// <summary>Leaves out the stored collections of plugins that are switched off.</summary>
internal sealed class DefinitionsInUse(SchemaComposer composer, FilterParser filters)
{
    public RecordQuery Narrow(RecordQuery query, ActionContext context)
    {
        if (composer.Hidden.Count == 0 || context.Association is not null)
        {
            return query;
        }

        var condition = JsonSerializer.SerializeToElement(
            new Dictionary<string, object>
            {
                ["name"] = new Dictionary<string, object> { ["$notIn"] = composer.Hidden },
            }
        );
        var isThere = filters.Parse(condition, context.Collection, context.ValueContext);
        return query with { Filter = FilterNode.And(query.Filter, isThere) };
    }
}
