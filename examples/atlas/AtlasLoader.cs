using System.Text.Json.Nodes;

namespace Atlas;

/// <summary>Brings the four collections up to date with the ISO lists.</summary>
internal sealed class AtlasLoader(ApiClient api, IsoCodes codes)
{
    private static readonly string[] Country =
    [
        "alpha_2",
        "alpha_3",
        "numeric",
        "name",
        "official_name",
        "common_name",
        "flag",
    ];

    private static readonly string[] Subdivision = ["code", "name", "type", "countryId", "parentId"];

    private static readonly string[] Language =
    [
        "alpha_3",
        "alpha_2",
        "bibliographic",
        "name",
        "inverted_name",
        "common_name",
        "scope",
        "type",
    ];

    private static readonly string[] Currency = ["alpha_3", "numeric", "name"];

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var countries = await LoadAsync("countries", Country, codes.Countries, cancellationToken);
        await LoadSubdivisionsAsync(countries, cancellationToken);
        await LoadAsync("languages", Language, codes.Languages, cancellationToken);
        await LoadAsync("currencies", Currency, codes.Currencies, cancellationToken);
    }

    private async Task<CollectionLoad> LoadAsync(
        string collection,
        string[] fields,
        IReadOnlyList<JsonObject> records,
        CancellationToken cancellationToken
    )
    {
        var load = await CollectionLoad.OpenAsync(api, collection, fields, records.Count, cancellationToken);
        await load.WriteAsync(records, cancellationToken);
        load.Finish();
        return load;
    }

    /// <summary>Level by level, because a record can only name a parent that already has an id.</summary>
    private async Task LoadSubdivisionsAsync(CollectionLoad countries, CancellationToken cancellationToken)
    {
        var tree = new SubdivisionTree(codes.Subdivisions);
        var load = await CollectionLoad.OpenAsync(
            api,
            "subdivisions",
            Subdivision,
            codes.Subdivisions.Count,
            cancellationToken
        );
        foreach (var level in tree.Levels)
        {
            await load.WriteAsync([.. level.Select(Linked)], cancellationToken);
        }

        load.Finish();
        foreach (var code in tree.WithoutParent)
        {
            Console.WriteLine($"  {code}: its parent is not in the list; loaded without one");
        }

        foreach (var node in tree.Levels.SelectMany(level => level).Where(node => countries.IdOf(node.Country) is null))
        {
            Console.WriteLine($"  {node.Code}: there is no country {node.Country}; loaded without one");
        }

        JsonObject Linked(SubdivisionNode node) =>
            new()
            {
                ["code"] = node.Code,
                ["name"] = node.Record["name"]?.DeepClone(),
                ["type"] = node.Record["type"]?.DeepClone(),
                ["countryId"] = countries.IdOf(node.Country)?.DeepClone(),
                ["parentId"] = node.Parent is { } parent ? load.IdOf(parent)?.DeepClone() : null,
            };
    }
}
