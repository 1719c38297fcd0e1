using System.Text.Json;
using Pergola.Testing.Oracle;
using Pergola.Testing.Servers;

namespace Pergola.ConformanceTests.Properties;

/// <summary>
/// Parents with children (one of each kind of field) and labels, in memory and on a server: the same records at both places.
/// </summary>
internal sealed class PropertyData
{
    private static readonly (FieldKind Kind, string Type, string Options)[] Types =
    [
        (FieldKind.String, "string", ""),
        (FieldKind.Text, "text", ""),
        (FieldKind.Integer, "integer", ""),
        (FieldKind.BigInt, "bigInt", ""),
        (FieldKind.Double, "double", ""),
        (FieldKind.Decimal, "decimal", ""","precision":20,"scale":6"""),
        (FieldKind.Boolean, "boolean", ""),
        (FieldKind.Instant, "date", ""),
        (FieldKind.Wall, "datetimeNoTz", ""),
        (FieldKind.Day, "dateOnly", ""),
        (FieldKind.Time, "time", ""),
        (FieldKind.Unix, "unixTimestamp", ""),
        (FieldKind.Strings, "array", ""),
        (FieldKind.Document, "json", ""),
        (FieldKind.Uuid, "uuid", ""","autoFill":false"""),
    ];

    private PropertyData(string prefix)
    {
        Parents = new OracleCollection(prefix + "parents", Fields());
        Children = new OracleCollection(prefix + "children", Fields());
        Labels = new OracleCollection(
            prefix + "labels",
            [new OracleField("string", FieldKind.String), new OracleField("integer", FieldKind.Integer)]
        );
    }

    public OracleCollection Parents { get; }

    public OracleCollection Children { get; }

    public OracleCollection Labels { get; }

    /// <summary>Makes collections and records of a seed on a server.</summary>
    public static async Task<PropertyData> CreateAsync(ApiClient client, int seed, CancellationToken cancellationToken)
    {
        var data = new PropertyData($"prop_{seed}_{Guid.NewGuid().ToString("N")[..6]}_");
        data.Fill(new Chance(seed));
        foreach (var collection in new[] { data.Labels, data.Parents, data.Children })
        {
            await PostAsync(client, "collections:create", Definition(collection), cancellationToken);
        }

        foreach (var (target, body) in data.RelationDefinitions())
        {
            await PostAsync(client, target, body, cancellationToken);
        }

        await PostAsync(client, data.Labels.Name + ":create", Bodies(data.Labels, _ => ""), cancellationToken);
        await PostAsync(
            client,
            data.Parents.Name + ":create",
            Bodies(data.Parents, data.LabelLinks),
            cancellationToken
        );
        await PostAsync(
            client,
            data.Children.Name + ":create",
            Bodies(data.Children, data.ParentLink),
            cancellationToken
        );
        return data;
    }

    private static OracleField[] Fields() =>
        [.. Types.Select(t => new OracleField(t.Kind.ToString().ToLowerInvariant(), t.Kind))];

    private void Fill(Chance chance)
    {
        Add(Labels, 6, chance);
        Add(Parents, 40, chance);
        Add(Children, 90, chance);
        var labels = Parents.Records.ToDictionary(
            p => p.Id,
            _ => chance.Several(3, () => chance.Of([.. Labels.Records])).Distinct().ToList()
        );
        var parents = Children.Records.ToDictionary(
            c => c.Id,
            _ => chance.Percent(15) ? null : chance.Of([.. Parents.Records.Take(30)])
        );
        Parents.Relations.Add(new("labels", () => Labels, true, parent => labels[parent.Id]));
        Parents.Relations.Add(
            new("children", () => Children, true, parent => Children.Records.Where(c => parents[c.Id] == parent))
        );
        Children.Relations.Add(
            new("parent", () => Parents, false, child => parents[child.Id] is { } parent ? [parent] : [])
        );
    }

    private static void Add(OracleCollection collection, int count, Chance chance)
    {
        for (var id = 1; id <= count; id++)
        {
            var values = collection
                .Fields.Where(f => f.Name != "id")
                .ToDictionary(f => f.Name, f => FieldValues.Any(f.Kind, chance));
            collection.Records.Add(new OracleRecord(id, values));
        }
    }

    private static string Definition(OracleCollection collection)
    {
        var fields = collection
            .Fields.Where(f => f.Name != "id")
            .Select(f =>
            {
                var (_, type, options) = Types.Single(t => t.Kind == f.Kind);
                return $$"""{"name":"{{f.Name}}","type":"{{type}}"{{options}}}""";
            });
        return $$"""{"name":"{{collection.Name}}","autoGenId":true,"fields":[{{string.Join(',', fields)}}]}""";
    }

    private IEnumerable<(string Target, string Body)> RelationDefinitions()
    {
        yield return (
            $"collections/{Children.Name}/fields:create",
            $$"""
            {"name":"parent","type":"belongsTo","target":"{{Parents.Name}}","foreignKey":"parentId","targetKey":"id",
             "reverseField":{"name":"children","type":"hasMany"} }
            """
        );
        yield return (
            $"collections/{Parents.Name}/fields:create",
            $$"""
            {"name":"labels","type":"belongsToMany","interface":"m2m","target":"{{Labels.Name}}",
             "through":"{{Parents.Name}}_labels","foreignKey":"parentId","otherKey":"labelId"}
            """
        );
    }

    private static string Bodies(OracleCollection collection, Func<OracleRecord, string> links) =>
        "["
        + string.Join(
            ',',
            collection.Records.Select(record =>
            {
                var members = collection.Fields.Select(f =>
                    $"\"{f.Name}\":{JsonForms.Write(record[f.Name], f.Kind).GetRawText()}"
                );
                return "{" + string.Join(',', members) + links(record) + "}";
            })
        )
        + "]";

    private string LabelLinks(OracleRecord parent) =>
        ",\"labels\":[" + string.Join(',', Parents.Relation("labels")!.Follow(parent).Select(label => label.Id)) + "]";

    private string ParentLink(OracleRecord child) =>
        Children.Relation("parent")!.Follow(child).FirstOrDefault() is { } parent ? $",\"parentId\":{parent.Id}" : "";

    private static async Task PostAsync(
        ApiClient client,
        string target,
        string body,
        CancellationToken cancellationToken
    )
    {
        var answer = await client.PostAsync(target, body, cancellationToken);
        if (answer.Status is not 200)
        {
            throw new InvalidOperationException($"{target} {body}: {answer}");
        }
    }
}
