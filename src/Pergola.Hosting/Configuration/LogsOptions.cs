namespace Pergola.Hosting.Configuration;

/// <summary>What is logged, and how a line looks.</summary>
public sealed class LogsOptions
{
    public string Level { get; init; } = "info";

    public string Format { get; init; } = "console";
}
