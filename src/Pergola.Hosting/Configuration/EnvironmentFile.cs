using System.Text;

namespace Pergola.Hosting.Configuration;

/// <summary>
/// Settings in a file: lines <c>NAME=value</c>, with <c>export</c> in front or not, comments after <c>#</c>, values in quotes
/// where blanks or line ends belong to them.
/// </summary>
public static class EnvironmentFile
{
    public const string Variable = "APP_ENV_PATH";
    private const string DefaultPath = ".env";

    /// <summary>The variables given, and below them those of the file they name or of <c>.env</c> in a folder.</summary>
    /// <exception cref="ConfigurationException">The named file cannot be read, or a line makes no sense.</exception>
    public static IReadOnlyDictionary<string, string> AddTo(
        IReadOnlyDictionary<string, string> environment,
        string folder
    )
    {
        var named = environment.GetValueOrDefault(Variable) is { Length: > 0 } given ? given : null;
        var path = Path.Combine(folder, named ?? DefaultPath);
        if (named is null && !File.Exists(path))
        {
            return environment;
        }

        var all = Parse(Read(path), path);
        foreach (var (name, value) in environment.Where(v => v.Value.Length > 0))
        {
            all[name] = value;
        }

        return all;
    }

    /// <param name="text">Content of the file.</param>
    /// <param name="path">Its name in messages.</param>
    public static Dictionary<string, string> Parse(string text, string path)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var lines = text.ReplaceLineEndings("\n").TrimStart('\uFEFF').Split('\n');
        for (var number = 0; number < lines.Length; number++)
        {
            var line = lines[number].Trim();
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var first = number;
            var equals = line.IndexOf('=');
            var name = equals < 0 ? "" : NameOf(line[..equals]);
            if (name.Length == 0)
            {
                throw new ConfigurationException($"Line {first + 1} of {path} must have the form NAME=value.");
            }

            var value = line[(equals + 1)..].TrimStart();
            if (value is not ['"' or '\'', ..])
            {
                values[name] = WithoutComment(value);
                continue;
            }

            while (EndOfQuote(value) < 0 && ++number < lines.Length)
            {
                value += "\n" + lines[number];
            }

            var end = EndOfQuote(value);
            values[name] =
                end > 0
                    ? Unquote(value[1..end], value[0])
                    : throw new ConfigurationException($"The quote in line {first + 1} of {path} is not closed.");
        }

        return values;
    }

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"{Variable} names the file {path}, which cannot be read.", failure);
        }
    }

    private static string NameOf(string text)
    {
        var name = text.Trim();
        name = name.StartsWith("export ", StringComparison.Ordinal) ? name[7..].TrimStart() : name;
        return name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-') ? name : "";
    }

    // A sign inside a word, as in colours and passwords, begins no comment.
    private static string WithoutComment(string value)
    {
        var comment = value.StartsWith('#') ? 0 : value.IndexOf(" #", StringComparison.Ordinal);
        return (comment < 0 ? value : value[..comment]).TrimEnd();
    }

    private static int EndOfQuote(string value)
    {
        for (var at = 1; at < value.Length; at++)
        {
            if (value[at] == '\\' && value[0] == '"')
            {
                at++;
            }
            else if (value[at] == value[0])
            {
                return at;
            }
        }

        return -1;
    }

    private static string Unquote(string text, char quote)
    {
        if (quote == '\'' || !text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '\\' || at + 1 == text.Length)
            {
                plain.Append(text[at]);
                continue;
            }

            at++;
            plain.Append(
                text[at] switch
                {
                    'n' => "\n",
                    'r' => "\r",
                    't' => "\t",
                    '"' => "\"",
                    '\\' => "\\",
                    var other => "\\" + other,
                }
            );
        }

        return plain.ToString();
    }
}
