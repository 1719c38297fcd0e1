using Pergola.Data.Dialects;

namespace Pergola.App.Signals;

/// <summary>How signals reach the other nodes of the app: written down with the change itself, and waited for.</summary>
public interface IChangeJournal
{
    /// <summary>Writes signals down as the last statements of a transaction.</summary>
    /// <returns>Their revision; a later one is committed later.</returns>
    ValueTask<long> WriteAsync(
        WriteTransaction transaction,
        IReadOnlyList<Signal> signals,
        CancellationToken cancellationToken
    );

    /// <summary>Returns once every other node has taken the committed revision up, or serves no more.</summary>
    ValueTask SpreadAsync(long revision, CancellationToken cancellationToken);
}

/// <summary>Word of a change.</summary>
/// <param name="Topic">What has changed, such as <c>roles</c>.</param>
/// <param name="Message">Which part of it, in words of the topic; empty for all of it.</param>
public readonly record struct Signal(string Topic, string Message);
