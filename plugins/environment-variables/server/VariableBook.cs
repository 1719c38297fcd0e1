using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Pergola.App.Signals;
using Pergola.Data.Dialects;
using Pergola.Plugins.EnvironmentVariables.Values;

namespace Pergola.Plugins.EnvironmentVariables;

/// <summary>
/// The variables of the app in memory, for settings that name them as <c>{{ $env.NAME }}</c>. What is put in is not looked
/// at again, and a name nobody gave a value to becomes an empty text.
/// </summary>
public sealed partial class VariableBook : IDisposable
{
    private const string Topic = "variables";
    private readonly VariableReader _reader;
    private readonly ChangeSignals _signals;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile FrozenDictionary<string, Variable> _variables = FrozenDictionary<string, Variable>.Empty;
    private volatile bool _hasChanged;

    internal VariableBook(VariableReader reader, ChangeSignals signals)
    {
        _reader = reader;
        _signals = signals;
        signals.On(Topic, async (_, token) => await ReloadAsync(isChange: true, token));
    }

    /// <summary>Whether any was changed since the start.</summary>
    public bool HasChanged => _hasChanged;

    /// <summary>A text with all variables, secrets too: for use inside the server, never for an answer.</summary>
    public string Render(string text) => Render(text, withSecrets: true);

    /// <summary>A text with the variables that may be seen; secrets in it become empty.</summary>
    public string RenderOpenly(string text) => Render(text, withSecrets: false);

    /// <summary>Has all of them read anew once a transaction has committed, in every generation and on every node.</summary>
    public void ForgetWith(WriteTransaction transaction) => _signals.RaiseWith(transaction, Topic, string.Empty);

    public void Dispose() => _turn.Dispose();

    internal async Task ReloadAsync(bool isChange, CancellationToken cancellationToken)
    {
        // One after another, so that what was read later is what stays.
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var read = await _reader.ReadAsync(cancellationToken);
            _variables = read.ToFrozenDictionary(v => v.Name, StringComparer.Ordinal);
            _hasChanged |= isChange;
        }
        finally
        {
            _turn.Release();
        }
    }

    private string Render(string text, bool withSecrets)
    {
        if (!text.Contains("$env", StringComparison.Ordinal))
        {
            return text;
        }

        var variables = _variables;
        return Named()
            .Replace(
                text,
                match =>
                    variables.TryGetValue(match.Groups[1].Value, out var variable)
                    && (withSecrets || !variable.IsSecret)
                        ? variable.Value ?? string.Empty
                        : string.Empty
            );
    }

    [GeneratedRegex(@"\{\{\s{0,20}\$env\.([A-Za-z][A-Za-z0-9_]*)\s{0,20}\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
