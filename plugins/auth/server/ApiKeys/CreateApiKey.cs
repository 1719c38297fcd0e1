using System.Text.Json;
using Pergola.App.Actions;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Records;
using Pergola.Data.Schema;
using Pergola.Plugins.Auth.Tokens;

namespace Pergola.Plugins.Auth.ApiKeys;

/// <summary><c>apiKeys:create</c>: a key for one of the caller's roles. It is shown this once.</summary>
internal sealed class CreateApiKey(RecordWrites writes, RecordWriter writer, TokenIssuer issuer, TimeProvider clock)
    : IAction
{
    private const string Never = "never";
    private const double LongestSeconds = 1000d * 365.25 * 24 * 60 * 60;

    public async ValueTask ExecuteAsync(ActionContext context)
    {
        var user = context.RequireUser();
        var name = context.Values.Text("name");
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new BadRequestException("Please enter {field}", [("field", "name")], "name");
        }

        var role = context.Values.Get("role")?.Text("name") ?? context.Values.Text("roleName");
        if (role is null || !user.Roles.Contains(role, StringComparer.Ordinal))
        {
            throw new BadRequestException("Role not found", field: "role");
        }

        // A key is for one role; it makes none for another that its owner has as well.
        if (context.IsBoundToRole && role != context.Role)
        {
            throw new ForbiddenException();
        }

        var issuedAt = clock.GetUtcNow().ToUnixTimeSeconds();
        var token = new SessionToken(
            user.Id,
            IsSession: false,
            Guid.NewGuid().ToString(),
            issuedAt,
            issuedAt + Seconds(context.Values.Get("expiresIn")),
            SignedInAt: null,
            role
        );
        var row = JsonSerializer.SerializeToElement(
            new
            {
                name,
                roleName = role,
                expiresIn = context.Values.Get("expiresIn")?.ToString(),
                token = token.Id,
            },
            JsonText.Serializer
        );
        var written = await writes.RunAsync(
            context,
            session => writer.InsertAsync(session, context.Collection, row, WriteOptions.Default, context.Aborted)
        );
        context.NoteKey(written.Key!.ToString());
        await context.WriteDataAsync(json =>
        {
            json.WriteStartObject();
            json.WriteString("token", issuer.Issue(token));
            json.WriteEndObject();
        });
    }

    /// <summary>A number of seconds, or a text such as <c>30d</c> or <c>never</c>.</summary>
    private static long Seconds(JsonElement? expiresIn)
    {
        double? seconds = expiresIn switch
        {
            { ValueKind: JsonValueKind.Number } number => number.GetDouble(),
            { ValueKind: JsonValueKind.String } text when text.GetString() == Never => LongestSeconds,
            { ValueKind: JsonValueKind.String } text when Lifetime.TryParse(text.GetString(), out var lifetime) =>
                lifetime.TotalSeconds,
            _ => null,
        };
        return seconds is >= 1 and <= LongestSeconds
            ? (long)seconds
            : throw new BadRequestException(
                "\"expiresIn\" must be a number of seconds or a time such as 30d, 12h or never",
                field: "expiresIn"
            );
    }
}
