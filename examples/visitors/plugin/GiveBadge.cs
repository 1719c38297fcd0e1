using Pergola.Core.Errors;
using Pergola.Data.Events;
using Pergola.Data.Records;

namespace Acme.Visitors;

/// <summary>Whoever is entered has a name and is given a badge, however the record is made.</summary>
public sealed class GiveBadge : IRecordHandler
{
    public ValueTask BeforeAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        var name = change.Collection.Column("name");
        if (string.IsNullOrWhiteSpace(change.Values.GetValueOrDefault(name) as string))
        {
            throw new ValidationException("A visitor needs a name", field: name.Name);
        }

        change.Values[change.Collection.Column("badge")] = BadgeNumbers.Next();
        return ValueTask.CompletedTask;
    }
}
