namespace Pergola.Plugins.Localization.Sources;

/// <summary>A place where texts are that can be translated.</summary>
internal interface ITextSource
{
    /// <summary>Name on the wire.</summary>
    string Name { get; }

    /// <summary>What people call it; translated for them.</summary>
    string Title { get; }

    /// <summary>The texts with the module each belongs to.</summary>
    IAsyncEnumerable<(string Module, string Text)> ReadAsync(CancellationToken cancellationToken);
}
