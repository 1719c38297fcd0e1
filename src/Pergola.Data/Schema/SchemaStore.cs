namespace Pergola.Data.Schema;

/// <summary>Holds the current snapshot. Readers take it once per request; a schema change publishes a new one.</summary>
public sealed class SchemaStore(SchemaSnapshot initial)
{
    private volatile SchemaSnapshot _current = initial;

    public SchemaSnapshot Current => _current;

    /// <summary>Publishes a snapshot unless a newer one is there already.</summary>
    public void Publish(SchemaSnapshot snapshot)
    {
        SchemaSnapshot seen;
        do
        {
            seen = _current;
            if (seen.Revision > snapshot.Revision)
            {
                return;
            }
        } while (Interlocked.CompareExchange(ref _current, snapshot, seen) != seen);
    }
}
