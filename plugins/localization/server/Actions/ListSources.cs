using Pergola.App.Actions;
using Pergola.Plugins.Localization.Sources;

namespace Pergola.Plugins.Localization.Actions;

/// <summary><c>localization:getSources</c>: where texts can be collected.</summary>
[Reads]
internal sealed class ListSources(IEnumerable<ITextSource> sources) : IAction
{
    public ValueTask ExecuteAsync(ActionContext context) =>
        context.WriteDataAsync(json =>
        {
            json.WriteStartArray();
            foreach (var source in sources)
            {
                json.WriteStartObject();
                json.WriteString("name", source.Name);
                json.WriteString("title", context.Texts.Translate(source.Title));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
}
