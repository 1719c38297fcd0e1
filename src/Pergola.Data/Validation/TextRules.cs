using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Text.Json;

namespace Pergola.Data.Validation;

/// <summary>Rules of validation type <c>string</c>; numbers and booleans count as their text.</summary>
internal static class TextRules
{
    public static RuleCheck? Find(string name, RuleArguments arguments) =>
        name switch
        {
            "min" => Length(
                arguments,
                "length must be at least {limit} characters long",
                (have, limit) => have >= limit
            ),
            "max" => Length(
                arguments,
                "length must be less than or equal to {limit} characters long",
                (have, limit) => have <= limit
            ),
            "length" => Length(arguments, "length must be {limit} characters long", (have, limit) => have == limit),
            "pattern" => PatternRule.Create(arguments),
            "email" => Check("email address doesn’t meet the required format", IsEmail),
            "uri" => Check("must be a valid uri", text => Uri.TryCreate(text, UriKind.Absolute, out _)),
            "uuid" or "guid" => Check("must be a valid UUID", text => Guid.TryParse(text, out _)),
            "case" => Case(arguments.Text("direction")),
            "lowercase" => Case("lower"),
            "uppercase" => Case("upper"),
            "alphanum" => Check("must only contain alpha-numeric characters", t => t.All(char.IsAsciiLetterOrDigit)),
            "token" => Check(
                "must only contain alpha-numeric and underscore characters",
                t => t.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            ),
            "hex" => Check("must only contain hexadecimal characters", t => t.All(char.IsAsciiHexDigit)),
            "trim" => Check("must not have leading or trailing whitespace", t => t.Trim().Length == t.Length),
            "ip" => Check("must be a valid ip address", text => IPAddress.TryParse(text, out _)),
            "hostname" or "domain" => Check(
                "must be a valid hostname",
                text => Uri.CheckHostName(text) == UriHostNameType.Dns
            ),
            "isoDate" => Check(
                "must be in iso format",
                text => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _)
            ),
            _ => null,
        };

    /// <summary>The text a value is judged by; null for values that the field type has to refuse.</summary>
    public static string? TextOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => null,
        };

    private static RuleCheck Check(string rule, Func<string, bool> isKept) =>
        value => TextOf(value) is not { } text || isKept(text) ? null : BrokenRule.Of(rule);

    private static RuleCheck? Length(RuleArguments arguments, string rule, Func<int, int, bool> isKept)
    {
        if (arguments.Count("limit") is not { } limit)
        {
            return null;
        }

        return value =>
            TextOf(value) is not { } text || isKept(text.Length, limit)
                ? null
                : BrokenRule.Of(rule, ("limit", $"{limit}"));
    }

    private static RuleCheck? Case(string? direction) =>
        direction switch
        {
            "lower" => Check("must only contain lowercase characters", t => !t.Any(char.IsUpper)),
            "upper" => Check("must only contain uppercase characters", t => !t.Any(char.IsLower)),
            _ => null,
        };

    /// <summary>A plain address whose host has at least two labels, as forms expect it.</summary>
    private static bool IsEmail(string text)
    {
        if (text.Any(char.IsWhiteSpace) || !MailAddress.TryCreate(text, out var address) || address.Address != text)
        {
            return false;
        }

        var labels = address.Host.Split('.');
        return labels.Length > 1
            && labels.All(l => l.Length > 0)
            && Uri.CheckHostName(address.Host) == UriHostNameType.Dns;
    }
}
