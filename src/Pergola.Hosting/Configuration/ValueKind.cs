using System.Globalization;
using Pergola.App.Localization;

namespace Pergola.Hosting.Configuration;

/// <summary>What a variable may hold: in words for messages, and how a text becomes the form options are bound from.</summary>
/// <param name="Words">Completes "must be …".</param>
/// <param name="Read">The bindable form, null when the text does not fit.</param>
public sealed record ValueKind(string Words, Func<string, string?> Read)
{
    /// <summary>Whether no message may quote a value of this kind, not even a wrong one.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Completes "must be …" for a text that does not fit, where there is more to say than usual.</summary>
    public Func<string, string?> Reason { get; init; } = _ => null;

    public static readonly ValueKind Text = new("a text", text => text);

    public static readonly ValueKind Flag = new(
        "true or false",
        text =>
            text switch
            {
                "true" or "on" or "1" => "true",
                "false" or "off" or "0" => "false",
                _ => null,
            }
    );

    /// <summary>Exactly <c>true</c> switches on, as existing installations count on it; everything else is off.</summary>
    public static readonly ValueKind ExactlyTrue = new("true", text => text == "true" ? "true" : "false");

    public static readonly ValueKind Milliseconds = new(
        "a number of milliseconds",
        text =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
                ? TimeSpan.FromMilliseconds(value).ToString("c", CultureInfo.InvariantCulture)
                : null
    );

    public static readonly ValueKind Zone = new(
        "an offset such as +08:00 or the name of a time zone",
        text => TimeZoneText.TryParse(text, out _) ? text : null
    );

    public static readonly ValueKind Bytes = new("a size such as 20mb", ReadBytes);

    public static readonly ValueKind AesKey = new(
        "64 hexadecimal digits",
        text => text.Length == 64 && text.All(char.IsAsciiHexDigit) ? text : null
    )
    {
        IsSecret = true,
    };

    public static readonly ValueKind RedisUrl = new(
        Core.Cluster.RedisUrl.Words,
        text => Core.Cluster.RedisUrl.Parse(text, out _) is null ? null : text
    )
    {
        IsSecret = true,
        Reason = text => Core.Cluster.RedisUrl.Parse(text, out var reason) is null ? reason : null,
    };

    public static readonly ValueKind QueueAdapter = new(
        "redis, or absent for the database",
        text => text is "redis" or "memory" ? text : null
    )
    {
        Reason = text =>
            text == "rabbitmq" ? "redis, or absent for the database; RabbitMQ is not available here" : null,
    };

    public static readonly ValueKind Processes = new(
        "max, -1 or a number of processes",
        text => text == "max" || int.TryParse(text, CultureInfo.InvariantCulture, out _) ? text : null
    );

    public static readonly ValueKind UrlPath = new(
        "a path such as /api/",
        text => text.StartsWith('/') && !text.AsSpan().ContainsAny("?#% ") ? text : null
    );

    public static ValueKind Integer(int min, int max) =>
        new(
            $"a whole number from {min} to {max}",
            text =>
                int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
                && value >= min
                && value <= max
                    ? value.ToString(CultureInfo.InvariantCulture)
                    : null
        );

    public static ValueKind OneOf(params string[] words) =>
        new("one of " + string.Join(", ", words), text => words.Contains(text, StringComparer.Ordinal) ? text : null);

    private static string? ReadBytes(string text)
    {
        var digits = text.AsSpan().TrimEnd("bBkKmMgG ");
        var unit = text.AsSpan(digits.Length).Trim().ToString().ToLowerInvariant();
        long? factor = unit switch
        {
            "" or "b" => 1,
            "k" or "kb" => 1L << 10,
            "m" or "mb" => 1L << 20,
            "g" or "gb" => 1L << 30,
            _ => null,
        };
        var fits =
            decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && factor is not null
            && number * factor.Value is >= 1 and <= int.MaxValue;
        return fits ? ((long)(number * factor!.Value)).ToString(CultureInfo.InvariantCulture) : null;
    }
}
