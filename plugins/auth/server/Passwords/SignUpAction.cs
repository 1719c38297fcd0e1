using System.Text.Json;
using Pergola.App.Actions;
using Pergola.App.Wire;
using Pergola.Core.Errors;
using Pergola.Data.Schema;
using Pergola.Plugins.Auth.Authenticators;
using Pergola.Plugins.Auth.SignIn;
using Pergola.Plugins.Users;

namespace Pergola.Plugins.Auth.Passwords;

/// <summary><c>auth:signUp</c>: an account of one's own, if the authenticator lets people make them.</summary>
internal sealed class SignUpAction(
    AuthenticatorList authenticators,
    AccountWriter accounts,
    AttemptLimit attempts,
    HashingQueue hashing
) : IAction
{
    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var (authenticator, type) = await authenticators.FindAsync(RequestedAuthenticator.Of(context), context.Aborted);
        if (type is not PasswordAuthenticator || !PasswordAuthenticator.AllowsSignUp(authenticator))
        {
            throw new ForbiddenException("Not allowed to sign up");
        }

        var values = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var field in PasswordAuthenticator.SignUpFields(authenticator))
        {
            Take(context.Values, field, values);
        }

        if ((context.Values.Text("username") ?? context.Values.Text("email")) is { } account)
        {
            context.NoteAccount(account);
        }

        values["password"] = Password(context.Values);
        using var turn = await hashing.EnterAsync(context.Aborted);
        // Each attempt counts: accounts made in bulk, and names tried out by whether they are taken.
        var address = ClientAddress.Of(context.Http);
        await attempts.BeginAsync($"sign-up from {address}", address, context.Aborted);
        await accounts.CreateAsync(context, values);
        await context.WriteEmptyObjectAsync();
    }

    private static void Take(JsonElement body, SignUpField field, Dictionary<string, JsonElement> values)
    {
        var value = body.Get(field.Name);
        var text = body.Text(field.Name)?.Trim();
        switch (field.Name)
        {
            case "username" when value is null ? field.IsRequired : text is null || !AccountNames.IsUsername(text):
                throw new BadRequestException("Please enter a valid username", field: field.Name);
            case "email" when value is null ? field.IsRequired : text is null || !AccountNames.IsEmail(text):
                throw new BadRequestException("Please enter a valid email address", field: field.Name);
            case "password" or "roles":
                // Never by way of the form, whatever its settings say.
                return;
        }

        if (value is null || text is "")
        {
            if (field.IsRequired)
            {
                throw new BadRequestException("Please enter {field}", [("field", field.Name)], field.Name);
            }

            return;
        }

        values[field.Name] = text is null ? value.Value : JsonSerializer.SerializeToElement(text);
    }

    private static JsonElement Password(JsonElement body)
    {
        var password = body.Text("password");
        if (string.IsNullOrEmpty(password))
        {
            throw new BadRequestException("Please enter a password", field: "password");
        }

        return password == body.Text("confirm_password")
            ? JsonSerializer.SerializeToElement(password)
            : throw new BadRequestException("The password is inconsistent, please re-enter", field: "confirm_password");
    }
}
