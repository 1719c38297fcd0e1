using Pergola.App.Actions;

namespace Pergola.Plugins.Client.Actions;

/// <summary><c>license:is-exists</c>: no.</summary>
[Reads]
internal sealed class HasLicense : IAction
{
    public ValueTask ExecuteAsync(ActionContext context) =>
        context.WriteDataAsync(json => json.WriteBooleanValue(false));
}

/// <summary><c>license:license-validate</c>: there is none to be valid.</summary>
[Reads]
internal sealed class ValidateLicense : IAction
{
    public ValueTask ExecuteAsync(ActionContext context) =>
        context.WriteDataAsync(json =>
        {
            json.WriteStartObject();
            json.WriteBoolean("keyExist", false);
            json.WriteEndObject();
        });
}
