using System.Text.Json.Nodes;
using Pergola.Core.Json;
using Pergola.Data.Schema;

namespace Pergola.App.Plugins;

/// <summary>Makes snapshots of the collections that plugins bring and those that are stored.</summary>
/// <param name="builder">Resolves what is described.</param>
/// <param name="code">Collections of the plugins, in order of declaration.</param>
/// <param name="hidden">Names of collections of plugins that are switched off; stored copies of them do not count.</param>
public sealed class SchemaComposer(
    SchemaBuilder builder,
    IReadOnlyList<CollectionDefinition> code,
    IReadOnlyCollection<string> hidden
)
{
    /// <summary>Names of collections that are stored and not there, since their plugin is switched off.</summary>
    public IReadOnlyCollection<string> Hidden { get; } = hidden;

    /// <summary>Collections of the plugins, in order of declaration.</summary>
    public IReadOnlyList<CollectionDefinition> Code { get; } = code;

    public SchemaSnapshot Compose(StoredDefinitions stored)
    {
        var definitions = new Dictionary<string, CollectionDefinition>(StringComparer.Ordinal);
        foreach (var definition in Code.Concat(stored.Collections.Where(c => !Hidden.Contains(c.Name))))
        {
            definitions[definition.Name] = definitions.TryGetValue(definition.Name, out var known)
                ? Merge(known, definition)
                : definition;
        }

        return builder.Build(stored.Revision, [.. definitions.Values]);
    }

    /// <summary>
    /// A collection described twice: by several plugins, or by a plugin and by a stored copy. The first one owns its options
    /// and fields; the later one adds what is missing.
    /// </summary>
    private static CollectionDefinition Merge(CollectionDefinition first, CollectionDefinition later)
    {
        var names = first.Fields.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        var options = JsonObject.Create(later.Options)!;
        foreach (var option in first.Options.EnumerateObject())
        {
            options[option.Name] = JsonNode.Parse(option.Value.GetRawText());
        }

        return new CollectionDefinition(
            first.Name,
            JsonText.Parse(options.ToJsonString(JsonText.Serializer)),
            [.. first.Fields, .. later.Fields.Where(f => names.Add(f.Name))]
        )
        {
            IsCode = first.IsCode || later.IsCode,
        };
    }
}
