using Pergola.Core.Ids;

namespace Pergola.Data.Fields;

/// <summary>What parsing and generating values may depend on besides the value itself.</summary>
public sealed record ValueContext
{
    public required TimeProvider Clock { get; init; }

    public required SnowflakeIds Ids { get; init; }

    /// <summary>Zone of naive date-times: <c>DB_TIMEZONE</c>, else <c>TZ</c>, else UTC.</summary>
    public TimeZoneInfo ServerZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Zone the client asked for in <c>X-Timezone</c>; used by date filters only, never when storing.</summary>
    public TimeZoneInfo? ClientZone { get; init; }

    /// <summary>Id of the current user, null when nobody is signed in.</summary>
    public long? UserId { get; init; }

    /// <summary>Names of the roles whose rights the user writes with.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Whether nothing is out of reach for whoever writes: the role <c>root</c>, or the server itself.</summary>
    public bool IsUnlimited { get; init; }

    /// <summary>Now, cut to milliseconds, kind UTC: the precision every stored instant has.</summary>
    public DateTime UtcNow()
    {
        var now = Clock.GetUtcNow().UtcDateTime;
        return new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
    }
}
