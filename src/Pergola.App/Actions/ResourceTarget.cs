using Pergola.Data.Schema;

namespace Pergola.App.Actions;

/// <summary>A route resolved against a snapshot.</summary>
/// <param name="Schema">The snapshot the request keeps.</param>
/// <param name="Collection">Collection of the records, null for a resource that is not a collection.</param>
/// <param name="Source">Collection of the source record of an association.</param>
/// <param name="Association">Relation from source to collection; null without one, and for the source <c>_</c>.</param>
/// <param name="Field">Field the association name stands for; a column when an array field is addressed.</param>
/// <param name="Action">Type of the action.</param>
public sealed record ResourceTarget(
    SchemaSnapshot Schema,
    Collection? Collection,
    Collection? Source,
    Relation? Association,
    Field? Field,
    Type Action
);
