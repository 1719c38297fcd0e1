using System.Text.Json;

namespace Pergola.Testing.Oracle;

/// <summary>
/// The date operators: a date against an instant or a period. Wall times in operands are those of the client for points in
/// time, except in arrays, where they are those of the server (UTC here); for wall times and days they are as written.
/// </summary>
internal static class DateOracle
{
    public static Truth Evaluate(string name, Subject subject, JsonElement operand, TimeSpan clientOffset)
    {
        var (start, end, isInstant) = Read(operand, subject.Field.Kind, clientOffset);
        if (subject.Value is not { } value)
        {
            return Truth.Unknown;
        }

        var (fromStart, fromEnd) = (Values.Order(value, start), Values.Order(value, end));
        if (isInstant)
        {
            return name switch
            {
                "$dateOn" => fromStart == 0,
                "$dateNotOn" => fromStart != 0,
                "$dateBefore" => fromStart < 0,
                "$dateNotBefore" => fromStart >= 0,
                "$dateAfter" => fromStart > 0,
                "$dateNotAfter" => fromStart <= 0,
                _ => throw new ArgumentException($"{name} needs a period.", nameof(name)),
            };
        }

        return name switch
        {
            "$dateOn" or "$dateBetween" => fromStart >= 0 && fromEnd < 0,
            "$dateNotOn" => fromStart < 0 || fromEnd >= 0,
            "$dateBefore" => fromStart < 0,
            "$dateNotBefore" => fromStart >= 0,
            "$dateAfter" => fromEnd >= 0,
            "$dateNotAfter" => fromEnd < 0,
            _ => throw new ArgumentException($"The oracle does not know {name}.", nameof(name)),
        };
    }

    private static (object Start, object End, bool IsInstant) Read(
        JsonElement operand,
        FieldKind kind,
        TimeSpan clientOffset
    )
    {
        if (operand.ValueKind == JsonValueKind.Array)
        {
            var flags = operand.GetArrayLength() > 2 ? operand[2].GetString()! : "[]";
            var text = $"{flags[0]}{operand[0].GetString()},{operand[1].GetString()}{flags[1]}";
            return Range(text, kind, TimeSpan.Zero);
        }

        var given = operand.GetString()!;
        if (given[0] is '[' or '(')
        {
            return Range(given, kind, clientOffset);
        }

        var span = DateSpan.Parse(given)!;
        return (
            Border(span.Start, span.Offset, kind, clientOffset),
            Border(span.End, span.Offset, kind, clientOffset),
            span.IsInstant
        );
    }

    private static (object Start, object End, bool IsInstant) Range(string text, FieldKind kind, TimeSpan clientOffset)
    {
        var close = text.LastIndexOfAny([']', ')']);
        var behind = text[(close + 1)..];
        var parts = text[1..close].Split(',');
        var from = DateSpan.Parse(parts[0])!;
        var to = DateSpan.Parse(parts[1])!;
        var offset = behind.Length > 0 ? DateSpan.Parse("2000-01-01" + behind)!.Offset : null;
        return (
            Border(text[0] == '[' ? from.Start : from.End, from.Offset ?? offset, kind, clientOffset),
            Border(text[close] == ']' ? to.End : to.Start, to.Offset ?? offset, kind, clientOffset),
            false
        );
    }

    /// <summary>A border as a value of the kind, cut to its precision.</summary>
    private static object Border(DateTime wall, TimeSpan? offset, FieldKind kind, TimeSpan clientOffset)
    {
        var utc = wall - (offset ?? clientOffset);
        var asWritten = offset is null ? wall : utc;
        return kind switch
        {
            FieldKind.Instant => utc,
            FieldKind.Unix => (long)Math.Floor((utc - DateTime.UnixEpoch).TotalSeconds),
            FieldKind.Day => DateOnly.FromDateTime(asWritten),
            _ => new DateTime(asWritten.Ticks - (asWritten.Ticks % TimeSpan.TicksPerSecond)),
        };
    }
}
