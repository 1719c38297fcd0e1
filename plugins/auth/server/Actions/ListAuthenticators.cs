using Pergola.App.Actions;
using Pergola.Plugins.Auth.Authenticators;

namespace Pergola.Plugins.Auth.Actions;

/// <summary><c>authenticators:publicList</c>: what the sign-in page may know.</summary>
[Reads]
internal sealed class ListAuthenticators(AuthenticatorList authenticators) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var enabled = await authenticators.GetAsync(context.Aborted);
        await context.WriteDataAsync(writer =>
        {
            writer.WriteStartArray();
            foreach (var authenticator in enabled)
            {
                var type = authenticators.Types[authenticator.Type];
                writer.WriteStartObject();
                writer.WriteString("name", authenticator.Name);
                writer.WriteString("authType", authenticator.Type);
                writer.WriteString("authTypeTitle", type.Title);
                writer.WriteString("title", authenticator.Title);
                writer.WritePropertyName("options");
                type.WritePublicOptions(writer, authenticator);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
    }
}
