using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Pergola.Core.Json;
using Pergola.Hosting.Configuration;

namespace Pergola.Hosting.Logging;

/// <summary>One line per log entry: for people, as JSON, or as logfmt. The request id is in each line of a request.</summary>
internal sealed class LineFormatter(LogsOptions options, TimeProvider clock) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "pergola";

    private static readonly SearchValues<char> FurtherBreaks = SearchValues.Create("\u007f\u0085\u2028\u2029");

    public override void Write<TState>(
        in LogEntry<TState> logEntry,
        IExternalScopeProvider? scopeProvider,
        TextWriter textWriter
    )
    {
        var line = new LogLine(
            clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
            LogLevels.Word(logEntry.LogLevel),
            logEntry.Category,
            logEntry.Formatter(logEntry.State, logEntry.Exception),
            RequestScope.Find(scopeProvider),
            logEntry.Exception?.ToString()
        );
        textWriter.WriteLine(
            options.Format switch
            {
                "json" => Json(line),
                "logfmt" => Logfmt(line),
                _ => Readable(line),
            }
        );
    }

    private static string Readable(LogLine line)
    {
        var text = new StringBuilder().Append(line.Time).Append(' ').Append(line.Level.PadRight(5)).Append(' ');
        text.Append(OnOneLine(line.Message));
        if (line.RequestId is not null)
        {
            text.Append(" [").Append(line.RequestId).Append(']');
        }

        if (line.Failure is not null)
        {
            // Indented, so that no text in it can look like a line of its own.
            text.AppendLine().Append("  ").Append(line.Failure.ReplaceLineEndings(Environment.NewLine + "  "));
        }

        return text.ToString();
    }

    /// <summary>Messages tell of what was asked for; nobody writes lines of their own by asking for it.</summary>
    private static string OnOneLine(string text) =>
        text.AsSpan().IndexOfAnyInRange('\0', '\u001f') < 0 && text.AsSpan().IndexOfAny(FurtherBreaks) < 0
            ? text
            : string.Concat(
                text.Select(c => char.IsControl(c) || FurtherBreaks.Contains(c) ? $"\\u{(int)c:x4}" : c.ToString())
            );

    private static string Json(LogLine line)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonText.Writer))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in line.Parts())
            {
                writer.WriteString(name, value);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string Logfmt(LogLine line) =>
        string.Join(
            ' ',
            line.Parts().Select(p => p.Name + "=" + JsonSerializer.Serialize(p.Value, JsonText.Serializer))
        );

    private sealed record LogLine(
        string Time,
        string Level,
        string Category,
        string Message,
        string? RequestId,
        string? Failure
    )
    {
        public IEnumerable<(string Name, string Value)> Parts()
        {
            yield return ("timestamp", Time);
            yield return ("level", Level);
            yield return ("message", Message);
            if (RequestId is not null)
            {
                yield return ("reqId", RequestId);
            }

            yield return ("category", Category);
            if (Failure is not null)
            {
                yield return ("error", Failure);
            }
        }
    }
}
