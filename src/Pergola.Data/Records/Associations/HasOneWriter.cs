using System.Text.Json;
using Pergola.Data.Relations;
using Pergola.Data.Schema;

namespace Pergola.Data.Records.Associations;

/// <summary>Nested values of a hasOne, written once the sources are.</summary>
internal sealed class HasOneWriter(TargetWriter targets, ForeignKeys foreignKeys)
{
    public async Task WriteAsync(
        WriteSession session,
        HasOne relation,
        IReadOnlyList<AssociationInput> inputs,
        CancellationToken cancellationToken
    )
    {
        var key = TargetWriter.PrimaryKey(relation);
        var emptied = new List<object?>();
        var elements = new List<Element>();
        foreach (var (source, value) in inputs)
        {
            if (value.ValueKind == JsonValueKind.Null)
            {
                emptied.Add(AssociationWriter.SourceKey(source, relation));
                source.Show(relation, null);
                continue;
            }

            BelongsToWriter.RefuseArray(relation, value);
            elements.Add(Element.Read(source, value, relation, key, session.Values));
        }

        if (emptied.Count > 0)
        {
            await foreignKeys.UnlinkAsync(
                session,
                relation.ForeignKey,
                emptied,
                condition: null,
                stamps: true,
                cancellationToken
            );
        }

        await targets.FindAsync(session, key, elements, cancellationToken);
        var linked = elements.Where(e => e.Row is not null).ToList();
        foreach (var element in linked)
        {
            await ReplaceAsync(session, relation, key, element, cancellationToken);
        }

        await targets.UpdateExistingAsync(session, relation, key, linked, cancellationToken);

        // Recorded: a new target does not push out the one that is there.
        await targets.CreateMissingAsync(
            session,
            relation,
            key,
            elements,
            e => AssociationWriter.Link(relation.ForeignKey, AssociationWriter.SourceKey(e.Source, relation)),
            cancellationToken
        );
        foreach (var element in elements.Where(e => e.Record is not null))
        {
            element.Source.Show(relation, [new WholeTarget(element.Record!)]);
        }
    }

    private async Task ReplaceAsync(
        WriteSession session,
        HasOne relation,
        ColumnField key,
        Element element,
        CancellationToken cancellationToken
    )
    {
        var source = AssociationWriter.SourceKey(element.Source, relation);
        await foreignKeys.UnlinkAsync(
            session,
            relation.ForeignKey,
            [source],
            sql => sql.Append(" AND ").Append(key.QuotedColumn).Append(" <> ").Parameter(element.Key, key.ColumnType),
            stamps: true,
            cancellationToken
        );
        await foreignKeys.LinkAsync(
            session,
            relation.ForeignKey,
            source,
            key,
            [element.Key],
            stamps: true,
            cancellationToken
        );
    }
}
