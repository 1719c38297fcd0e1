using Pergola.Core.Errors;
using Pergola.Data.Fields.Computed.Sequences;
using Pergola.Data.Fields.Date;
using Pergola.Data.Records.Writing;

namespace Pergola.Data.Records.Computed;

/// <summary>Gives new records the next text of their sequence fields.</summary>
internal sealed class SequenceTexts(SequenceCounters counters)
{
    public async Task AssignAsync(
        WriteSession session,
        WritePlan plan,
        IReadOnlyList<RecordDraft> drafts,
        CancellationToken cancellationToken
    )
    {
        foreach (var sequence in plan.Sequences)
        {
            var missing = new List<RecordDraft>();
            var given = new List<string>();
            foreach (var draft in drafts)
            {
                if (
                    sequence.IsInputable
                    && draft.Values.GetValueOrDefault(sequence.Column) is string { Length: > 0 } text
                )
                {
                    given.Add(text);
                }
                else
                {
                    missing.Add(draft);
                }
            }

            // First, so that no number is made that somebody gives in the same breath.
            await TakeAsync(session, sequence, given, cancellationToken);
            await MakeAsync(session, sequence, missing, cancellationToken);
        }
    }

    /// <summary>Moves the counters behind the numbers of texts that fit.</summary>
    private async Task TakeAsync(
        WriteSession session,
        SequenceColumn sequence,
        List<string> texts,
        CancellationToken cancellationToken
    )
    {
        var highest = new Dictionary<CounterPattern, long>();
        foreach (var text in texts)
        {
            if (sequence.Patterns.Fit(text) is not { } match)
            {
                if (sequence.Matches)
                {
                    throw new ValidationException("validation error", field: sequence.Column.Name);
                }

                continue;
            }

            foreach (var counter in sequence.Patterns.Counters)
            {
                highest[counter] = Math.Max(highest.GetValueOrDefault(counter), counter.Read(match));
            }
        }

        foreach (var (counter, number) in highest)
        {
            await counters.RaiseAsync(session, sequence.Column, counter, number, cancellationToken);
        }
    }

    private async Task MakeAsync(
        WriteSession session,
        SequenceColumn sequence,
        List<RecordDraft> drafts,
        CancellationToken cancellationToken
    )
    {
        if (drafts.Count == 0)
        {
            return;
        }

        var numbers = new Dictionary<CounterPattern, long[]>();
        foreach (var counter in sequence.Patterns.Counters)
        {
            numbers[counter] = await counters.TakeAsync(
                session,
                sequence.Column,
                counter,
                drafts.Count,
                cancellationToken
            );
        }

        for (var index = 0; index < drafts.Count; index++)
        {
            var (draft, position) = (drafts[index], index);
            draft.Values[sequence.Column] = sequence.Patterns.Next(
                new SequenceSource(counter => numbers[counter][position], field => DateOf(session, draft, field))
            );
        }
    }

    /// <summary>Wall time that a field of the record holds; now where it holds none.</summary>
    private static DateTime DateOf(WriteSession session, RecordDraft draft, string field)
    {
        var value = draft.Plan.Collection.TryGetColumn(field, out var column)
            ? draft.Values.GetValueOrDefault(column)
            : null;
        return value switch
        {
            DateTime { Kind: DateTimeKind.Utc } instant => WallClock.FromUtc(instant, session.Values.ServerZone),
            DateTime wall => wall,
            DateOnly day => day.ToDateTime(TimeOnly.MinValue),
            _ => WallClock.FromUtc(session.Now, session.Values.ServerZone),
        };
    }
}
