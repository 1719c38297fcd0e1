using System.Text.Json;
using Pergola.Data.Fields;
using Pergola.Data.Fields.Date;
using Pergola.Data.Schema;

namespace Pergola.Data.Operators;

/// <summary>
/// The borders of a period as values of a column, cut to its precision like values on save. Points in time see wall times in
/// the client's zone, else the server's; wall times and days are compared as they are written.
/// </summary>
internal sealed record DateBounds(object Start, object End, bool IsInstant)
{
    public static DateBounds Read(OperatorContext context)
    {
        if (!IsDate(context.Field) || context.Path.Document.Count > 0)
        {
            throw context.NotApplicable();
        }

        var period = ReadPeriod(context) ?? throw context.InvalidDate();
        var zone = period.InServerZone ? context.Values.ServerZone : ZoneOf(context.Values);
        return new DateBounds(
            Convert(period.Start, context, zone),
            Convert(period.End, context, zone),
            period.IsInstant
        );
    }

    private static DatePeriod? ReadPeriod(OperatorContext context) =>
        context.Operand.ValueKind switch
        {
            JsonValueKind.String => DatePeriodText.Parse(ScalarText.Read(context.Operand, context.Path.ToString())),
            JsonValueKind.Array => ReadArray(context),
            JsonValueKind.Object => DatePeriodRelative.Parse(
                context.Operand,
                WallClock.FromUtc(context.Values.UtcNow(), ZoneOf(context.Values))
            ),
            _ => null,
        };

    /// <summary><c>[from, to]</c>, then optionally brackets (<c>"[)"</c>) and an offset.</summary>
    private static DatePeriod? ReadArray(OperatorContext context)
    {
        var parts = new List<string?>();
        foreach (var element in context.Operand.EnumerateArray().Take(5))
        {
            if (element.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
            {
                return null;
            }

            parts.Add(
                element.ValueKind == JsonValueKind.Null ? null : ScalarText.Read(element, context.Path.ToString())
            );
        }

        if (parts.Count is < 2 or > 4 || parts[0] is not { } from || parts[1] is not { } to)
        {
            return null;
        }

        TimeSpan? offset = null;
        if (parts is [_, _, _, { Length: > 0 } given] && !DatePeriodText.TryParseOffset(given, out offset))
        {
            return null;
        }

        var brackets = parts.Count > 2 && parts[2] is { Length: > 0 } flags ? flags : "[]";
        if (brackets is not ['[' or '(', ']' or ')'])
        {
            return null;
        }

        var period = DatePeriodText.Range(from, to, brackets[0], brackets[1], offset);
        return period is null ? null : period with { InServerZone = true };
    }

    private static object Convert(DateBorder border, OperatorContext context, TimeZoneInfo zone)
    {
        var field = context.Field;
        switch (field.ColumnType.Kind)
        {
            case ColumnKind.Instant:
                return ToUtc(border, zone);
            case ColumnKind.Int64:
                return UnixTimestampField.FromInstant(ToUtc(border, zone), field.Definition);
            case ColumnKind.Date:
                return DateOnly.FromDateTime(border.Offset is null ? border.Wall : ToUtc(border, zone));
            default:
                var wall = border.Offset is null
                    ? border.Wall
                    : WallClock.FromUtc(ToUtc(border, zone), context.Values.ServerZone);
                return WallClock.Cut(wall, TimeSpan.TicksPerSecond);
        }
    }

    private static DateTime ToUtc(DateBorder border, TimeZoneInfo zone)
    {
        var utc = border.Offset is { } offset
            ? WallClock.ToUtc(border.Wall, offset)
            : WallClock.ToUtc(border.Wall, zone);
        return WallClock.Cut(utc, TimeSpan.TicksPerMillisecond);
    }

    private static TimeZoneInfo ZoneOf(ValueContext values) => values.ClientZone ?? values.ServerZone;

    private static bool IsDate(ColumnField field) =>
        field.ColumnType.Kind is ColumnKind.Instant or ColumnKind.LocalDateTime or ColumnKind.Date
        || field.Type is UnixTimestampField;
}
