using System.Text.Json;

namespace Pergola.Plugins.ApiDoc.Document;

/// <summary>
/// What a document refers to and has not written yet. A reference is given out together with the way to write what it leads
/// to, so that every one of them leads somewhere and nothing is written that none leads to.
/// </summary>
internal sealed class References
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Queue<(string Name, Action Write)> _parameters = new();
    private readonly Queue<(string Name, Action Write)> _schemas = new();

    /// <summary>Writes <c>{"$ref":…}</c> to a schema.</summary>
    public void WriteSchema(Utf8JsonWriter json, string name, Action write) =>
        Write(json, "schemas", name, write, _schemas);

    /// <summary>Writes <c>{"$ref":…}</c> to a parameter.</summary>
    public void WriteParameter(Utf8JsonWriter json, string name, Action write) =>
        Write(json, "parameters", name, write, _parameters);

    /// <summary>Sees to it that a schema is written that is referred to already.</summary>
    public void Require(string schema, Action write)
    {
        if (_known.Add($"schemas/{schema}"))
        {
            _schemas.Enqueue((schema, write));
        }
    }

    public bool TryTakeParameter(out (string Name, Action Write) next) => _parameters.TryDequeue(out next);

    /// <summary>Writing one may ask for more.</summary>
    public bool TryTakeSchema(out (string Name, Action Write) next) => _schemas.TryDequeue(out next);

    private void Write(
        Utf8JsonWriter json,
        string section,
        string name,
        Action write,
        Queue<(string Name, Action Write)> queue
    )
    {
        if (_known.Add($"{section}/{name}"))
        {
            queue.Enqueue((name, write));
        }

        json.WriteStartObject();
        json.WriteString("$ref", $"#/components/{section}/{name}");
        json.WriteEndObject();
    }
}
