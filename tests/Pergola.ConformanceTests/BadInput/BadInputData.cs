using System.Text.Json;
using Pergola.Testing.Servers;

namespace Pergola.ConformanceTests.BadInput;

/// <summary>
/// The collections that bad requests are aimed at, and a fingerprint of everything they could have changed: the records, the
/// definitions, the users.
/// </summary>
internal sealed class BadInputData(ApiClient client)
{
    private static readonly string[] Lists =
    [
        "bad_things:list?paginate=false&appends=parts,labels,cover&sort=id",
        "bad_parts:list?paginate=false&sort=id",
        "bad_labels:list?paginate=false&sort=id",
        "bad_covers:list?paginate=false&sort=id",
        "bad_tree:list?paginate=false&sort=id",
        "bad_locks:list?paginate=false&sort=id",
        "bad_counted:list?paginate=false&sort=id",
        "users:list?paginate=false&sort=id&fields=id,username,email,nickname",
        "roles:list?paginate=false&sort=name&fields=name,title",
        "collectionCategories:list?paginate=false",
    ];

    // Other tests of the same server create collections of their own.
    private static readonly string[] Foreign = ["prop_", "free_"];

    /// <summary>Makes the collections, in place of what is left of them.</summary>
    public async Task RestoreAsync(CancellationToken cancellationToken)
    {
        foreach (var name in await OwnCollectionsAsync(cancellationToken))
        {
            var target = "collections:destroy?cascade=true&filterByTk=" + Uri.EscapeDataString(name);
            _ = (await client.PostAsync(target, "{}", cancellationToken)).Data;
        }

        foreach (var (target, body) in BadInputSchema.Requests)
        {
            var answer = await client.PostAsync(target, body, cancellationToken);
            if (answer.Status is not 200)
            {
                throw new InvalidOperationException($"{target} {body}: {answer}");
            }
        }
    }

    public async Task<string> FingerprintAsync(CancellationToken cancellationToken)
    {
        var parts = new List<string>();
        foreach (var target in Lists)
        {
            parts.Add($"{target}\n{await client.GetAsync(target, cancellationToken)}");
        }

        var collections = await CollectionsAsync(cancellationToken);
        parts.AddRange(collections.Where(c => !IsForeign(c)).Select(c => c.GetRawText()));
        return string.Join('\n', parts);
    }

    private async Task<List<string>> OwnCollectionsAsync(CancellationToken cancellationToken)
    {
        var collections = await CollectionsAsync(cancellationToken);
        return [.. collections.Select(NameOf).Where(name => name.StartsWith("bad_", StringComparison.Ordinal))];
    }

    private async Task<IEnumerable<JsonElement>> CollectionsAsync(CancellationToken cancellationToken)
    {
        const string definitions = "collections:list?paginate=false&appends=fields&sort=name";
        return (await client.GetAsync(definitions, cancellationToken)).Data.EnumerateArray();
    }

    private static bool IsForeign(JsonElement collection) =>
        Foreign.Any(prefix => NameOf(collection).StartsWith(prefix, StringComparison.Ordinal));

    private static string NameOf(JsonElement collection) => collection.GetProperty("name").GetString()!;
}
