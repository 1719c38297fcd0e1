using System.Text.Json.Nodes;

namespace Atlas;

/// <summary>The four collections and the relation between two of them, made once and then left alone.</summary>
internal sealed class CollectionModel(ApiClient api)
{
    private static readonly JsonObject[] Collections =
    [
        Collection(
            "countries",
            "Countries",
            [
                Field.Text("alpha_2", "Two-letter code", unique: true),
                Field.Text("alpha_3", "Three-letter code"),
                Field.Text("numeric", "Numeric code"),
                Field.Text("name", "Name"),
                Field.Text("official_name", "Official name"),
                Field.Text("common_name", "Common name"),
                Field.Text("flag", "Flag"),
            ]
        ),
        Tree(
            "subdivisions",
            "Subdivisions",
            [Field.Text("code", "Code", unique: true), Field.Text("name", "Name"), Field.Text("type", "Type")]
        ),
        Collection(
            "languages",
            "Languages",
            [
                Field.Text("alpha_3", "Three-letter code", unique: true),
                Field.Text("alpha_2", "Two-letter code"),
                Field.Text("bibliographic", "Bibliographic code"),
                Field.Text("name", "Name"),
                Field.Text("inverted_name", "Inverted name"),
                Field.Text("common_name", "Common name"),
                Field.Choice("scope", "Scope", ("I", "Individual"), ("M", "Macrolanguage"), ("S", "Special")),
                Field.Choice(
                    "type",
                    "Type",
                    ("A", "Ancient"),
                    ("C", "Constructed"),
                    ("E", "Extinct"),
                    ("H", "Historical"),
                    ("L", "Living"),
                    ("S", "Special")
                ),
            ]
        ),
        Collection(
            "currencies",
            "Currencies",
            [
                Field.Text("alpha_3", "Three-letter code", unique: true),
                Field.Text("numeric", "Numeric code"),
                Field.Text("name", "Name"),
            ]
        ),
    ];

    public async Task CreateMissingAsync(CancellationToken cancellationToken)
    {
        var existing = await NamesAsync("collections:list?paginate=false", cancellationToken);
        foreach (var collection in Collections.Where(collection => !existing.Contains(Field.NameOf(collection))))
        {
            await api.PostAsync("collections:create", collection, cancellationToken);
            Console.WriteLine($"Created collection {Field.NameOf(collection)}");
        }

        var fields = await NamesAsync("collections/subdivisions/fields:list?paginate=false", cancellationToken);
        if (!fields.Contains("country"))
        {
            await api.PostAsync("collections/subdivisions/fields:create", Country(), cancellationToken);
            Console.WriteLine("Created relation subdivisions.country and, the other way, countries.subdivisions");
        }
    }

    private async Task<HashSet<string>> NamesAsync(string action, CancellationToken cancellationToken)
    {
        var definitions = await api.GetAsync(action, cancellationToken);
        return [.. definitions?.AsArray().OfType<JsonObject>().Select(Field.NameOf) ?? []];
    }

    private static JsonObject Collection(string name, string title, JsonArray fields) =>
        new()
        {
            ["name"] = name,
            ["title"] = title,
            ["template"] = "general",
            ["titleField"] = "name",
            ["autoGenId"] = false,
            ["fields"] = new JsonArray([.. Field.Presets(), .. fields.Select(field => field?.DeepClone())]),
        };

    private static JsonObject Tree(string name, string title, JsonArray fields)
    {
        var collection = Collection(
            name,
            title,
            [.. Field.ParentAndChildren(name), .. fields.Select(f => f?.DeepClone())]
        );
        collection["template"] = "tree";
        collection["tree"] = "adjacencyList";
        return collection;
    }

    private static JsonObject Country() =>
        new()
        {
            ["name"] = "country",
            ["type"] = "belongsTo",
            ["interface"] = "m2o",
            ["target"] = "countries",
            ["foreignKey"] = "countryId",
            ["targetKey"] = "id",
            ["onDelete"] = "SET NULL",
            ["uiSchema"] = Field.Relation("Country", multiple: false),
            ["reverseField"] = new JsonObject
            {
                ["name"] = "subdivisions",
                ["type"] = "hasMany",
                ["interface"] = "o2m",
                ["uiSchema"] = Field.Relation("Subdivisions", multiple: true),
            },
        };
}
