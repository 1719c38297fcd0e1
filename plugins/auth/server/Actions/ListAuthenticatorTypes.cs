using Pergola.App.Actions;
using Pergola.Plugins.Auth.Authenticators;

namespace Pergola.Plugins.Auth.Actions;

/// <summary><c>authenticators:listTypes</c>: the kinds of signing in there are.</summary>
[Reads]
internal sealed class ListAuthenticatorTypes(AuthenticatorList authenticators) : IAction
{
    public ValueTask ExecuteAsync(ActionContext context) =>
        context.WriteDataAsync(writer =>
        {
            writer.WriteStartArray();
            foreach (var type in authenticators.Types.Values)
            {
                writer.WriteStartObject();
                writer.WriteString("name", type.Name);
                writer.WriteString("title", type.Title);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
}
