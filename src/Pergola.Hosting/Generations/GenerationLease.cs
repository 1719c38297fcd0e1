namespace Pergola.Hosting.Generations;

/// <summary>The right to use a generation until disposed.</summary>
public readonly struct GenerationLease(Generation generation) : IDisposable
{
    public Generation Generation { get; } = generation;

    public void Dispose() => Generation.Leave();
}
