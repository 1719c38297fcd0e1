using Pergola.App.Acl.Explaining;
using Pergola.App.Localization;
using Pergola.Data.Schema;

namespace Pergola.Plugins.ApiDoc.Document;

/// <summary>What a document is made of: the collections as they are now, and what its reader may do.</summary>
/// <param name="Schema">The collections.</param>
/// <param name="Rights">What the reader may use, see and write.</param>
/// <param name="Texts">The reader's language.</param>
/// <param name="Part">What is asked for.</param>
/// <param name="Server">Address of the API, without a slash at its end.</param>
internal sealed record DocumentSource(
    SchemaSnapshot Schema,
    CallerRights Rights,
    Texts Texts,
    ApiPart Part,
    string Server
)
{
    /// <summary>A title as its reader has it: people's own words stay what they are, whatever they mean elsewhere.</summary>
    public string TitleOf(string title) => TextTemplate.TryRead(title, out var key) ? Texts.Translate(key) : title;
}
