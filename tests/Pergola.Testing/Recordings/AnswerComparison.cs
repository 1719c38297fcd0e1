using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Pergola.Testing.Recordings;

/// <summary>Finds the first difference between a recorded body and an answer, binding placeholders on the way.</summary>
internal sealed class AnswerComparison(RecordedExample example, Bindings bindings)
{
    private readonly bool _onlyRecordedKeys = example.IgnoreKeys.Contains("*");

    /// <summary>The first difference in words, or null when the answer matches.</summary>
    public string? Difference(JsonElement want, JsonElement got, string at = "body") =>
        want.ValueKind switch
        {
            JsonValueKind.Object => ObjectDifference(want, got, at),
            JsonValueKind.Array => ArrayDifference([.. want.EnumerateArray()], got, at),
            JsonValueKind.String when Placeholder.In(want.GetString()!) is { Count: > 0 } marks => TextDifference(
                want.GetString()!,
                marks,
                got,
                at
            ),
            _ => JsonElement.DeepEquals(want, got) ? null : $"{at}: expected {Short(want)}, got {Short(got)}",
        };

    public static string Short(JsonElement value)
    {
        var text = value.GetRawText();
        return text.Length > 160 ? $"{text[..160]}…" : text;
    }

    private string? ObjectDifference(JsonElement want, JsonElement got, string at)
    {
        if (got.ValueKind is not JsonValueKind.Object)
        {
            return $"{at}: expected an object, got {Short(got)}";
        }

        foreach (var (name, value) in want.EnumerateObject().Where(IsCompared).Select(p => (p.Name, p.Value)))
        {
            var reason = got.TryGetProperty(name, out var answer)
                ? Difference(value, answer, $"{at}.{name}")
                : $"{at}.{name}: missing";
            if (reason is not null)
            {
                return reason;
            }
        }

        return _onlyRecordedKeys
            ? null
            : got.EnumerateObject()
                .Where(property => IsCompared(property) && !want.TryGetProperty(property.Name, out _))
                .Select(property => $"{at}.{property.Name}: not expected, got {Short(property.Value)}")
                .FirstOrDefault();
    }

    private bool IsCompared(JsonProperty property) => !example.IgnoreKeys.Contains(property.Name);

    private string? ArrayDifference(JsonElement[] want, JsonElement got, string at)
    {
        if (got.ValueKind is not JsonValueKind.Array)
        {
            return $"{at}: expected an array, got {Short(got)}";
        }

        var count = got.GetArrayLength();
        if (count != want.Length && !(example.Contains && count > want.Length))
        {
            return $"{at}: expected {want.Length} elements, got {count}: {Short(got)}";
        }

        return example.AnyOrder || example.Contains
            ? SetDifference(want, [.. got.EnumerateArray()], at)
            : want.Select((value, i) => Difference(value, got[i], $"{at}[{i}]")).FirstOrDefault(r => r is not null);
    }

    private string? SetDifference(JsonElement[] want, List<JsonElement> rest, string at)
    {
        for (var i = 0; i < want.Length; i++)
        {
            var found = rest.FindIndex(candidate => Matches(want[i], candidate));
            if (found < 0)
            {
                return $"{at}: no element like [{i}] {Short(want[i])} in {Short(JsonSerializer.SerializeToElement(rest))}";
            }

            rest.RemoveAt(found);
        }

        return null;
    }

    private bool Matches(JsonElement want, JsonElement candidate)
    {
        var branch = bindings.Branch();
        if (new AnswerComparison(example, branch).Difference(want, candidate) is not null)
        {
            return false;
        }

        bindings.Adopt(branch);
        return true;
    }

    private string? TextDifference(string want, IReadOnlyList<Placeholder> marks, JsonElement got, string at)
    {
        foreach (var mark in marks)
        {
            if (mark.Pattern is null && !bindings.TryGet(mark.Name, out _))
            {
                return $"{at}: <{mark.Name}> is neither bound nor a known kind";
            }
        }

        var equal = marks[0].Length == want.Length ? IsValueOf(marks[0], got) : IsTextOf(want, marks, got);
        return equal ? null : $"{at}: expected {want}, got {Short(got)}";
    }

    private bool IsValueOf(Placeholder mark, JsonElement got)
    {
        if (bindings.TryGet(mark.Name, out var bound))
        {
            return mark.AsText
                ? got.ValueKind is JsonValueKind.String && got.GetString() == Bindings.Text(bound)
                : JsonElement.DeepEquals(bound, got);
        }

        var kind = mark.IsNumber ? JsonValueKind.Number : JsonValueKind.String;
        if (got.ValueKind != kind || !Regex.IsMatch(Bindings.Text(got), $@"\A(?:{mark.Pattern})\z"))
        {
            return false;
        }

        if (mark.IsNamed)
        {
            bindings.Set(mark.Name, got.Clone());
        }

        return true;
    }

    private bool IsTextOf(string want, IReadOnlyList<Placeholder> marks, JsonElement got)
    {
        if (got.ValueKind is not JsonValueKind.String)
        {
            return false;
        }

        var pattern = new StringBuilder(@"\A");
        var from = 0;
        foreach (var mark in marks)
        {
            var part = bindings.TryGet(mark.Name, out var bound) ? Regex.Escape(Bindings.Text(bound)) : mark.Pattern;
            pattern.Append(Regex.Escape(want[from..mark.Start])).Append('(').Append(part).Append(')');
            from = mark.Start + mark.Length;
        }

        var found = Regex.Match(got.GetString()!, $@"{pattern}{Regex.Escape(want[from..])}\z");
        for (var i = 0; found.Success && i < marks.Count; i++)
        {
            if (marks[i].IsNamed && !bindings.TryGet(marks[i].Name, out _))
            {
                bindings.Set(marks[i].Name, found.Groups[i + 1].Value);
            }
        }

        return found.Success;
    }
}
