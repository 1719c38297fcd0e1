namespace Pergola.Testing.Servers;

/// <summary>A running Pergola, wherever it runs; disposing it ends what was started for the test.</summary>
public interface IServerUnderTest : IAsyncDisposable
{
    /// <summary>Where the API begins, with a closing slash: <c>http://127.0.0.1:13000/api/</c>.</summary>
    Uri BaseAddress { get; }
}
