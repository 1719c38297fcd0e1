using System.Text.Json.Nodes;

namespace Pergola.ConformanceTests.Properties;

/// <summary>Smaller filters of a filter, one step at a time.</summary>
internal static class FilterShrinker
{
    private const int MostTries = 300;

    /// <summary>Goes from filter to smaller filter as long as the failure stays.</summary>
    public static async Task<JsonObject> ShrinkAsync(JsonObject filter, Func<JsonObject, Task<bool>> stillFailsAsync)
    {
        var tries = 0;
        var isDone = false;
        while (!isDone)
        {
            isDone = true;
            foreach (var smaller in Smaller(filter).OfType<JsonObject>().Where(f => f.Count > 0))
            {
                if (tries++ == MostTries)
                {
                    return filter;
                }

                if (await stillFailsAsync(smaller))
                {
                    filter = smaller;
                    isDone = false;
                    break;
                }
            }
        }

        return filter;
    }

    private static IEnumerable<JsonNode?> Smaller(JsonNode? node) =>
        node switch
        {
            JsonObject members => OfObject(members),
            JsonArray elements => OfArray(elements),
            _ => [],
        };

    private static IEnumerable<JsonNode?> OfObject(JsonObject members)
    {
        foreach (var (name, value) in members)
        {
            if (name == "$not")
            {
                yield return value?.DeepClone();
            }

            foreach (var element in name is "$and" or "$or" && value is JsonArray list ? list : [])
            {
                yield return element?.DeepClone();
            }

            if (members.Count > 1)
            {
                yield return new JsonObject([.. members.Where(m => m.Key != name).Select(Copy)]);
            }

            foreach (var smaller in Smaller(value))
            {
                yield return new JsonObject([
                    .. members.Select(m => m.Key == name ? KeyValuePair.Create(name, smaller?.DeepClone()) : Copy(m)),
                ]);
            }
        }
    }

    private static IEnumerable<JsonNode?> OfArray(JsonArray elements)
    {
        for (var index = 0; index < elements.Count; index++)
        {
            if (elements.Count > 1)
            {
                yield return new JsonArray([.. elements.Where((_, i) => i != index).Select(e => e?.DeepClone())]);
            }

            foreach (var smaller in Smaller(elements[index]))
            {
                yield return new JsonArray([
                    .. elements.Select((e, i) => i == index ? smaller?.DeepClone() : e?.DeepClone()),
                ]);
            }
        }
    }

    private static KeyValuePair<string, JsonNode?> Copy(KeyValuePair<string, JsonNode?> member) =>
        new(member.Key, member.Value?.DeepClone());
}
