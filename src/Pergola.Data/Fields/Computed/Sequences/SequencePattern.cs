namespace Pergola.Data.Fields.Computed.Sequences;

/// <summary>One piece of the text of a sequence.</summary>
internal abstract class SequencePattern
{
    /// <summary>Most characters it adds.</summary>
    public abstract int MaxLength { get; }

    /// <summary>Regular expression of the texts it makes.</summary>
    public abstract string Expression { get; }

    public abstract string Next(SequenceSource source);
}

/// <summary>What the pieces of one record's text are made from.</summary>
/// <param name="Number">The number that a counter gives this record.</param>
/// <param name="Date">Wall time in the server zone that a field of the record holds, else now.</param>
internal sealed record SequenceSource(Func<CounterPattern, long> Number, Func<string, DateTime> Date);
