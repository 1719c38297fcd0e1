using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Pergola.Core.Cluster;

/// <summary>
/// Where a Redis server is. Besides <c>redis://host:port/db</c> it takes the odd forms that guides have spread: one, two or three
/// slashes, or no scheme at all.
/// </summary>
/// <param name="Host">Name or address.</param>
/// <param name="Port">6379 when none is given.</param>
/// <param name="Database">0 when none is given.</param>
/// <param name="Password">Null when none is given.</param>
/// <param name="IsEncrypted">Whether the connection is over TLS.</param>
public sealed partial record RedisUrl(string Host, int Port, int Database, string? Password, bool IsEncrypted)
{
    private const int DefaultPort = 6379;

    /// <summary>Completes "must be …".</summary>
    public const string Words = "an address such as redis://:password@host:6379/0 (rediss:// for TLS)";

    /// <summary>Completes "must be …" where the address names a user.</summary>
    public const string NoUsers =
        "an address without a user name: the Redis client of this version signs in with a password alone, so give the password "
        + "of the default user as in redis://:password@host:6379/0";

    /// <summary>Whether the text had another form than the usual one; <see cref="ToString"/> has that.</summary>
    public bool IsOdd { get; init; }

    /// <summary>The address, null when the text is none; then <paramref name="reason"/> completes "must be …".</summary>
    public static RedisUrl? Parse(string text, [NotNullWhen(false)] out string? reason)
    {
        reason = Words;
        var match = Form().Match(text.Trim());
        if (!match.Success)
        {
            return null;
        }

        var user = Uri.UnescapeDataString(match.Groups["user"].Value);
        if (user.Length > 0 && user != "default")
        {
            reason = NoUsers;
            return null;
        }

        var hasScheme = match.Groups["scheme"].Length > 0;
        var port = Number(match.Groups["port"], hasScheme ? DefaultPort : -1);
        var database = Number(match.Groups["db"], 0);
        if (port is not (> 0 and <= 65535) || database is not (>= 0 and <= 9999))
        {
            return null;
        }

        reason = null;
        var password = match.Groups["password"];
        return new RedisUrl(
            match.Groups["host"].Value.Trim('[', ']'),
            port.Value,
            database.Value,
            password.Length > 0 ? Uri.UnescapeDataString(password.Value) : null,
            match.Groups["scheme"].Value.Equals("rediss", StringComparison.OrdinalIgnoreCase)
        )
        {
            IsOdd = match.Groups["slashes"].Value != "//",
        };
    }

    /// <summary>The usual form, with asterisks instead of the password.</summary>
    public override string ToString() =>
        $"redis{(IsEncrypted ? "s" : "")}://{(Password is null ? "" : ":***@")}"
        + $"{(Host.Contains(':') ? $"[{Host}]" : Host)}:{Port}/{Database}";

    private static int? Number(Group group, int otherwise) =>
        group.Length == 0 ? otherwise
        : int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : null;

    [GeneratedRegex(
        """
            ^(?:(?<scheme>rediss?):(?<slashes>/{1,3}))?
            (?:(?<user>[^:@/]*)(?::(?<password>[^@/]*))?@)?
            (?<host>\[[0-9a-fA-F:.]+\]|[\w.-]+)
            (?::(?<port>\d{1,5}))?
            (?:/(?<db>\d{0,4}))?$
            """,
        RegexOptions.IgnorePatternWhitespace
            | RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Form();
}
