using System.Text.Json.Nodes;

namespace Pergola.Plugins.Collections.Definitions;

/// <summary>
/// Writing of options: objects merge into the stored ones, arrays and scalars replace, <c>defaultValue</c> replaces as a
/// whole (spec: data model, section 3).
/// </summary>
internal static class OptionsMerge
{
    public static void Into(JsonObject target, JsonObject changes)
    {
        foreach (var (name, value) in changes)
        {
            if (value is JsonObject change && target[name] is JsonObject stored && name != "defaultValue")
            {
                Into(stored, change);
            }
            else
            {
                target[name] = value?.DeepClone();
            }
        }
    }
}
