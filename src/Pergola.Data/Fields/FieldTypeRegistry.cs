using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Pergola.Data.Fields;

/// <summary>Field types by wire name.</summary>
public sealed class FieldTypeRegistry
{
    private readonly FrozenDictionary<string, FieldType> _types;

    public FieldTypeRegistry(IEnumerable<FieldType> types)
    {
        var all = new Dictionary<string, FieldType>(StringComparer.Ordinal);
        foreach (var type in types)
        {
            foreach (var name in type.OtherNames.Prepend(type.Name))
            {
                all.Add(name, type);
            }
        }

        _types = all.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public bool TryGet(string name, [NotNullWhen(true)] out FieldType? type) => _types.TryGetValue(name, out type);
}
