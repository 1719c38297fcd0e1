using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Pergola.Data.Sqlite;

/// <summary>
/// A connection that stays open: disposing gives it back to its keeper. The driver's own pool would register functions
/// and collations anew on every use.
/// </summary>
internal sealed class KeptConnection(string connectionString, Action<KeptConnection> giveBack)
    : SqliteConnection(connectionString)
{
    private int _isLent;
    private bool _isClosing;

    /// <summary>Whether a transaction was left open, so that the connection must not be used again.</summary>
    public bool IsDirty => raw.sqlite3_get_autocommit(Handle) == 0;

    public KeptConnection Lend()
    {
        Interlocked.Exchange(ref _isLent, 1);
        return this;
    }

    public void CloseForGood()
    {
        _isClosing = true;
        Dispose();
    }

    protected override void Dispose(bool disposing)
    {
        if (!disposing || _isClosing)
        {
            base.Dispose(disposing);
        }
        else if (Interlocked.Exchange(ref _isLent, 0) == 1)
        {
            giveBack(this);
        }
    }
}
