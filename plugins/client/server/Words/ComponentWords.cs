using System.Text.Json;
using Pergola.Core.Json;

namespace Pergola.Plugins.Client.Words;

/// <summary>
/// The words of the components that clients use: Ant Design's (<c>antd</c>) and those for schedules (<c>cronstrue</c>), as these
/// libraries have them (MIT licence). A language without a file has those of English.
/// </summary>
internal sealed class ComponentWords
{
    private const string Folder = "words/";
    private const string English = "en-US";
    private readonly Dictionary<string, JsonElement> _byLocale = new(StringComparer.OrdinalIgnoreCase);

    public ComponentWords()
    {
        var assembly = typeof(ComponentWords).Assembly;
        foreach (
            var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
        )
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var document = JsonDocument.Parse(stream, JsonText.Document);
            _byLocale[Path.GetFileNameWithoutExtension(name[Folder.Length..])] = document.RootElement.Clone();
        }
    }

    /// <summary>An object with a property for each library.</summary>
    public JsonElement Of(string locale) => _byLocale.TryGetValue(locale, out var words) ? words : _byLocale[English];
}
