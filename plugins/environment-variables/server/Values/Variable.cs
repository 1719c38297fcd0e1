namespace Pergola.Plugins.EnvironmentVariables.Values;

/// <summary>A variable as it is used.</summary>
/// <param name="Name">What <c>{{ $env.… }}</c> names.</param>
/// <param name="IsSecret">Whether its value must be in no answer.</param>
/// <param name="Value">In clear; null when it cannot be read.</param>
internal sealed record Variable(string Name, bool IsSecret, string? Value)
{
    public const string DefaultType = "default";
    public const string SecretType = "secret";
}
