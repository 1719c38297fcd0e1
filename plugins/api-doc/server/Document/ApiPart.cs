using Pergola.App.Actions;
using Pergola.App.Describing;
using Pergola.Core.Errors;
using Pergola.Data.Schema;

namespace Pergola.Plugins.ApiDoc.Document;

/// <summary>The part of the API a document is about, as parameter <c>ns</c> names it; <c>null</c> is all of it.</summary>
/// <param name="Name">Such as <c>core</c>, <c>plugins/users</c> or <c>collections/orders</c>.</param>
internal sealed record ApiPart(string? Name)
{
    public const string Core = "core";
    public const string Plugins = "plugins";
    public const string Collections = "collections";

    public static readonly ApiPart All = new((string?)null);

    /// <summary>What every installation has, as clients of NocoBase know it under this name.</summary>
    private static readonly string[] CorePlugins = ["acl", "auth", "collections", "system-settings", "users"];

    public static ApiPart OfPlugin(string plugin) => new($"{Plugins}/{plugin}");

    public static ApiPart OfCollection(string collection) => new($"{Collections}/{collection}");

    /// <exception cref="BadRequestException">There is no part of this name.</exception>
    public static ApiPart Parse(string? name, SchemaSnapshot schema, DescriptionBook descriptions)
    {
        if (string.IsNullOrEmpty(name) || name is Core or Plugins or Collections)
        {
            return string.IsNullOrEmpty(name) ? All : new ApiPart(name);
        }

        var isKnown = name.Split('/') switch
        {
            [Plugins, var plugin] => descriptions.Plugins.Contains(plugin),
            [Collections, var collection] => schema.TryGet(collection, out var found)
                && ResourceResolver.IsResource(found),
            _ => false,
        };
        return isKnown ? new ApiPart(name) : throw Unknown(name);
    }

    public static BadRequestException Unknown(string name) => new("The API has no part {part}", [("part", name)], "ns");

    /// <summary>Whether a resource belongs to it.</summary>
    /// <param name="resource">A collection or resource, not an association.</param>
    /// <param name="plugin">The plugin it comes from, null for those that people made.</param>
    public bool Contains(string resource, string? plugin) =>
        Name switch
        {
            null => true,
            Core => plugin is not null && CorePlugins.Contains(plugin, StringComparer.Ordinal),
            Plugins => plugin is not null,
            Collections => plugin is null,
            _ => Name == $"{Plugins}/{plugin}" || Name == $"{Collections}/{resource}",
        };
}
