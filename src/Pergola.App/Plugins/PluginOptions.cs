using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Pergola.Data.Schema;

namespace Pergola.App.Plugins;

/// <summary>Reads the options of plugins: property <c>LoopLimit</c> of plugin <c>workflow</c> is <c>WORKFLOW_LOOP_LIMIT</c>.</summary>
public static class PluginOptions
{
    /// <exception cref="ValidationException">A value does not fit; the message names the variable.</exception>
    public static TOptions Read<TOptions>(string plugin, IConfiguration configuration)
        where TOptions : class, new()
    {
        var options = new TOptions();
        foreach (var property in typeof(TOptions).GetProperties().Where(p => p.CanWrite))
        {
            var variable = VariableName(plugin, property.Name);
            if (configuration[variable] is { Length: > 0 } text)
            {
                property.SetValue(options, Convert(variable, text, property));
            }

            Check(variable, property, property.GetValue(options));
        }

        return options;
    }

    public static string VariableName(string plugin, string property) =>
        plugin.Replace('-', '_').ToUpperInvariant() + "_" + Naming.ToSnakeCase(property).ToUpperInvariant();

    /// <summary>Attribute by attribute: the validator of the framework remembers every type it has seen, for ever.</summary>
    private static void Check(string variable, PropertyInfo property, object? value)
    {
        foreach (var rule in property.GetCustomAttributes<ValidationAttribute>())
        {
            rule.Validate(value, variable);
        }
    }

    private static object? Convert(string variable, string text, PropertyInfo property)
    {
        var converter = TypeDescriptor.GetConverter(property.PropertyType);
        try
        {
            return converter.ConvertFromString(null, CultureInfo.InvariantCulture, text);
        }
        catch (Exception failure) when (failure is FormatException or ArgumentException or NotSupportedException)
        {
            throw new ValidationException(
                $"{variable} has the value \"{text}\", which is not a {property.PropertyType.Name}.",
                failure
            );
        }
    }
}
