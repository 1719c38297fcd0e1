namespace Pergola.Hosting.Configuration;

/// <summary>A setting makes no sense. The message is one sentence that names the variable; the process does not start.</summary>
public sealed class ConfigurationException(string message, Exception? inner = null) : Exception(message, inner);
