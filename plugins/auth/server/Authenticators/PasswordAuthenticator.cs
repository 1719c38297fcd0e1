using System.Text.Json;
using Pergola.App.Actions;
using Pergola.App.Wire;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Schema;
using Pergola.Plugins.Auth.SignIn;

namespace Pergola.Plugins.Auth.Authenticators;

/// <summary>Signing in with a name or e-mail address and a password.</summary>
internal sealed class PasswordAuthenticator(
    PasswordCheck passwords,
    AttemptLimit attempts,
    HashingQueue hashing,
    SchemaStore schemas
) : IAuthenticatorType
{
    private static readonly string[] AccountFields = ["username", "email"];

    public string Name => "Email/Password";

    public string Title => """{{t("Password", {"ns":"@nocobase/plugin-auth"})}}""";

    public async Task<long> SignInAsync(ActionContext context, Authenticator authenticator)
    {
        var account = context.Values.Text("account") ?? context.Values.Text("email");
        if (string.IsNullOrEmpty(account))
        {
            throw new BadRequestException("Please enter your username or email", field: "account");
        }

        context.NoteAccount(account);
        var password = PasswordOf(context.Values);
        var address = ClientAddress.Of(context.Http);
        // First the queue: who is sent away there has not tried a password.
        using var turn = await hashing.EnterAsync(context.Aborted);
        await attempts.BeginAsync(account, address, context.Aborted);
        var id =
            await passwords.FindAsync(account, password, context.Aborted)
            ?? throw new UnauthenticatedException("The username/email or password is incorrect, please re-enter");
        await attempts.SucceedAsync(account, address, context.Aborted);
        return id;
    }

    public void WritePublicOptions(Utf8JsonWriter writer, Authenticator authenticator)
    {
        writer.WriteStartObject();
        foreach (var option in (authenticator.Options.Get("public") ?? JsonText.EmptyObject).EnumerateObject())
        {
            if (option.Name != "signupForm")
            {
                option.WriteTo(writer);
            }
        }

        writer.WriteStartArray("signupForm");
        foreach (var field in SignUpFields(authenticator))
        {
            Write(writer, field);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>
    /// The fields somebody who signs up is asked for. One that names the account is always among them and required.
    /// </summary>
    public static IReadOnlyList<SignUpField> SignUpFields(Authenticator authenticator)
    {
        var fields = new List<SignUpField>();
        if (authenticator.Options.Get("public")?.Get("signupForm") is { ValueKind: JsonValueKind.Array } form)
        {
            fields.AddRange(
                form.EnumerateArray()
                    .Where(f => f.Flag("show") ?? false)
                    .Select(f => new SignUpField(f.Text("field") ?? string.Empty, f.Flag("required") ?? false))
            );
        }

        if (!fields.Any(f => f.IsRequired && AccountFields.Contains(f.Name, StringComparer.Ordinal)))
        {
            fields.RemoveAll(f => f.Name == AccountFields[0]);
            fields.Insert(0, new SignUpField(AccountFields[0], IsRequired: true));
        }

        return fields;
    }

    public static bool AllowsSignUp(Authenticator authenticator) =>
        authenticator.Options.Get("public")?.Flag("allowSignUp") ?? false;

    public static bool AllowsReset(Authenticator authenticator) =>
        authenticator.Options.Get("public")?.Flag("enableResetPassword") ?? false;

    private static string PasswordOf(JsonElement body) =>
        body.Get("password") switch
        {
            null or { ValueKind: JsonValueKind.Null } => string.Empty,
            { ValueKind: JsonValueKind.String } text => text.GetString()!,
            _ => throw new BadRequestException("Please enter a password", field: "password"),
        };

    private void Write(Utf8JsonWriter writer, SignUpField field)
    {
        writer.WriteStartObject();
        writer.WriteString("field", field.Name);
        writer.WriteBoolean("show", true);
        writer.WriteBoolean("required", field.IsRequired);
        if (
            schemas.Current["users"].TryGetField(field.Name, out var known)
            && known.Definition.Options.Get("uiSchema") is { } ui
        )
        {
            writer.WriteStartObject("uiSchema");
            foreach (var option in ui.EnumerateObject().Where(o => o.Name != "required"))
            {
                option.WriteTo(writer);
            }

            writer.WriteBoolean("required", field.IsRequired);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}

/// <summary>A field of the sign-up form.</summary>
internal sealed record SignUpField(string Name, bool IsRequired);
