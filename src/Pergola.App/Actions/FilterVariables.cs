using System.Globalization;
using System.Text.Json;
using Pergola.App.Auth;
using Pergola.Core.Json;

namespace Pergola.App.Actions;

/// <summary>
/// Values of <c>{{…}}</c> texts in filters: the current user and role, and dates relative to now in the zone of the client.
/// Unknown variables are null, as recorded.
/// </summary>
internal sealed class FilterVariables(Caller caller)
{
    /// <param name="name">What stands between the braces.</param>
    public JsonElement Resolve(string name)
    {
        var separator = name.IndexOf('.', StringComparison.Ordinal);
        var (root, path) = separator < 0 ? (name, "") : (name[..separator], name[(separator + 1)..]);
        return (root, path) switch
        {
            ("$user", _) => OfUser(path),
            ("ctx", "state.currentRole") => Json(caller.Role),
            ("ctx", "state.currentRoles") => Json(caller.Role is { } role ? new[] { role } : []),
            ("ctx", _) when path.StartsWith("state.currentUser.", StringComparison.Ordinal) => OfUser(
                path["state.currentUser.".Length..]
            ),
            ("$nRole", "") => Json(caller.Role),
            ("$system", "now") => Now(),
            ("$nDate" or "$date", _) => OfDate(path),
            _ => JsonText.Null,
        };
    }

    /// <summary>Whether a variable is something of the current user.</summary>
    public static bool IsOfUser(string name) =>
        name.StartsWith("$user", StringComparison.Ordinal)
        || name.StartsWith("ctx.state.currentUser", StringComparison.Ordinal);

    private JsonElement OfUser(string path)
    {
        if (caller.User is not { } user)
        {
            return JsonText.Null;
        }

        return path == "roles.name" ? Json(user.Roles) : Along(user.Record, path.Split('.'));
    }

    /// <summary>What a path leads to; over a list, as <c>departments.id</c>, the values of its elements.</summary>
    private static JsonElement Along(JsonElement value, ReadOnlySpan<string> path)
    {
        for (var index = 0; index < path.Length; index++)
        {
            if (value.ValueKind == JsonValueKind.Array)
            {
                var values = new List<JsonElement>();
                foreach (var element in value.EnumerateArray())
                {
                    values.Add(Along(element, path[index..]));
                }

                return Json(values);
            }

            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(path[index], out value))
            {
                return JsonText.Null;
            }
        }

        return value;
    }

    private JsonElement Now() =>
        Json(caller.Values.UtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    private JsonElement OfDate(string name)
    {
        if (name == "now")
        {
            return Now();
        }

        var zone = caller.Values.ClientZone ?? TimeZoneInfo.Utc;
        var now = TimeZoneInfo.ConvertTime(caller.Values.Clock.GetUtcNow(), zone);
        var today = DateOnly.FromDateTime(now.DateTime);
        var offset = now.Offset;
        var suffix = string.Create(
            CultureInfo.InvariantCulture,
            $"{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}"
        );
        return Period(name, today) is { } period ? Json(period + suffix) : Range(name, today, suffix);
    }

    private static string? Period(string name, DateOnly today)
    {
        var (shift, unit) = name switch
        {
            "today" => (0, "Day"),
            "yesterday" => (-1, "Day"),
            "tomorrow" => (1, "Day"),
            _ when name.StartsWith("this", StringComparison.Ordinal) => (0, name[4..]),
            _ when name.StartsWith("last", StringComparison.Ordinal) => (-1, name[4..]),
            _ when name.StartsWith("next", StringComparison.Ordinal) => (1, name[4..]),
            _ => (0, ""),
        };
        return unit switch
        {
            "Day" => today.AddDays(shift).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "Week" => LocaleWeek(today.AddDays(7 * shift)),
            "IsoWeek" => IsoWeek(today.AddDays(7 * shift)),
            "Month" => today.AddMonths(shift).ToString("yyyy-MM", CultureInfo.InvariantCulture),
            "Quarter" => Quarter(today.AddMonths(3 * shift)),
            "Year" => today.AddYears(shift).ToString("yyyy", CultureInfo.InvariantCulture),
            _ => null,
        };
    }

    private static JsonElement Range(string name, DateOnly today, string suffix)
    {
        var past = name.StartsWith("last", StringComparison.Ordinal);
        if (
            !name.EndsWith("Days", StringComparison.Ordinal)
            || (!past && !name.StartsWith("next", StringComparison.Ordinal))
            || !int.TryParse(
                name.AsSpan(4, name.Length - 8),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var days
            )
            || days is not (7 or 30 or 90)
        )
        {
            return JsonText.Null;
        }

        var tomorrow = today.AddDays(1);
        var (start, end) = past ? (today.AddDays(1 - days), tomorrow) : (tomorrow, tomorrow.AddDays(days));
        return Json(
            new[]
            {
                start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                end.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                "[)",
                suffix,
            }
        );
    }

    private static string Quarter(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}Q{((day.Month - 1) / 3) + 1}");

    private static string IsoWeek(DateOnly day)
    {
        var date = day.ToDateTime(TimeOnly.MinValue);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{ISOWeek.GetYear(date):0000}W{ISOWeek.GetWeekOfYear(date):00}"
        );
    }

    /// <summary>Weeks from Sunday; week 1 has January 1st.</summary>
    private static string LocaleWeek(DateOnly day)
    {
        var saturday = day.AddDays(6 - (int)day.DayOfWeek);
        var first = new DateOnly(saturday.Year, 1, 1);
        var week = ((saturday.DayNumber - first.AddDays(6 - (int)first.DayOfWeek).DayNumber) / 7) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{saturday.Year:0000}w{week:00}");
    }

    private static JsonElement Json<T>(T value) => JsonSerializer.SerializeToElement(value, JsonText.Serializer);
}
