namespace Pergola.Hosting.Configuration;

/// <summary>One variable of the environment.</summary>
/// <param name="Name">Name in the environment; <c>&lt;NAME&gt;_FILE</c> names a file with the value.</param>
/// <param name="Path">Where its value goes among the options.</param>
/// <param name="Kind">What it may hold.</param>
/// <param name="Default">What applies without it, in words.</param>
/// <param name="Meaning">One sentence for the reference page.</param>
public sealed record EnvironmentVariable(string Name, string Path, ValueKind Kind, string Default, string Meaning);
