namespace Pergola.Hosting.Configuration;

/// <summary>Turns variables into configuration: the known ones checked and at their path, all of them under their own name.</summary>
public static class EnvironmentReader
{
    private const string FileSuffix = "_FILE";

    /// <exception cref="ConfigurationException">A value does not fit, or two contradict each other.</exception>
    public static Dictionary<string, string?> Read(IReadOnlyDictionary<string, string> environment)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in environment)
        {
            // The separator of configuration paths in a name would reach into the sections of others.
            if (value.Length > 0 && !name.Contains(':') && !name.Contains("__", StringComparison.Ordinal))
            {
                values[name] = value;
            }
        }

        foreach (var variable in EnvironmentMap.Variables)
        {
            if (Value(variable.Name, environment) is { } text)
            {
                values[variable.Name] = text;
                values[variable.Path] =
                    variable.Kind.Read(text) ?? throw new ConfigurationException(Misfit(variable, text));
            }
        }

        CheckContradictions(values);
        return values;
    }

    private static string Misfit(EnvironmentVariable variable, string text)
    {
        var words = variable.Kind.Reason(text) ?? variable.Kind.Words;
        return variable.Kind.IsSecret
            ? $"{variable.Name} must be {words}."
            : $"{variable.Name} has the value \"{text}\" but must be {words}.";
    }

    private static string? Value(string name, IReadOnlyDictionary<string, string> environment)
    {
        if (environment.GetValueOrDefault(name) is { Length: > 0 } text)
        {
            return text;
        }

        if (environment.GetValueOrDefault(name + FileSuffix) is not { Length: > 0 } path)
        {
            return null;
        }

        try
        {
            var content = File.ReadAllText(path).TrimEnd('\r', '\n');
            return content.Length == 0 ? null : content;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException(
                $"{name}{FileSuffix} names the file {path}, which cannot be read.",
                failure
            );
        }
    }

    private static void CheckContradictions(Dictionary<string, string?> values)
    {
        if (values.ContainsKey("Database:Host") && !values.ContainsKey("Database:Dialect"))
        {
            throw new ConfigurationException("DB_DIALECT is required when DB_HOST is set.");
        }

        var own = values.GetValueOrDefault("Database:Zone");
        var system = values.GetValueOrDefault("Database:SystemZone");
        if (own is not null && system is not null && own != system)
        {
            throw new ConfigurationException(
                $"DB_TIMEZONE is \"{own}\" and TZ is \"{system}\", but both must be equal."
            );
        }
    }
}
