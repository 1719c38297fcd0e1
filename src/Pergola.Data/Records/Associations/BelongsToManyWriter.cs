using Pergola.Data.Records.Writing;
using Pergola.Data.Relations;
using Pergola.Data.Schema;

namespace Pergola.Data.Records.Associations;

/// <summary>Nested values of a belongsToMany: the through rows of each source become exactly the given set.</summary>
internal sealed class BelongsToManyWriter(TargetWriter targets, ThroughRows throughRows)
{
    public async Task WriteAsync(
        WriteSession session,
        BelongsToMany relation,
        IReadOnlyList<AssociationInput> inputs,
        CancellationToken cancellationToken
    )
    {
        var key = TargetWriter.ElementKey(relation);
        var lists = inputs.Select(i => ElementList.Read(i, relation, key, session.Values)).ToList();
        var elements = lists.SelectMany(l => l.Elements).ToList();
        await targets.FindAsync(session, key, elements, cancellationToken);
        var existing = elements.Where(e => e.Row is not null).ToList();
        await targets.UpdateExistingAsync(session, relation, key, existing, cancellationToken);
        await targets.CreateMissingAsync(session, relation, key, elements, static _ => null, cancellationToken);
        await LinkAsync(session, relation, lists, cancellationToken);
        foreach (var list in lists)
        {
            list.AddResult(relation, key);
        }
    }

    private async Task LinkAsync(
        WriteSession session,
        BelongsToMany relation,
        List<ElementList> lists,
        CancellationToken cancellationToken
    )
    {
        var before = await throughRows.ReadAsync(
            session,
            relation,
            [.. lists.Where(l => !IsUnlinked(l.Source, relation)).Select(l => SourceOf(l, relation))],
            cancellationToken
        );
        var added = new List<ThroughLink>();
        foreach (var list in lists)
        {
            var source = SourceOf(list, relation);
            var linked = before.GetValueOrDefault(source) ?? [];
            var wanted = new HashSet<object>();
            foreach (var element in list.Elements.Where(e => e.Row is not null))
            {
                var link = LinkOf(element, relation, source);
                if (!wanted.Add(link.Target))
                {
                    continue;
                }

                if (!linked.Contains(link.Target))
                {
                    added.Add(link);
                }
                else if (list.Source.Scope.UpdatesTargets(relation))
                {
                    await throughRows.UpdateAsync(session, relation, link, cancellationToken);
                }
            }

            linked.ExceptWith(wanted);
            await throughRows.DeleteAsync(session, relation, source, [.. linked], cancellationToken);
        }

        await throughRows.InsertAsync(session, relation, added, cancellationToken);
    }

    private static bool IsUnlinked(RecordDraft source, BelongsToMany relation) =>
        source.IsFresh && relation.SourceKey.IsPrimaryKey;

    private static object SourceOf(ElementList list, BelongsToMany relation) =>
        StoredValue.As(relation.ForeignKey.ColumnType.Kind, AssociationWriter.SourceKey(list.Source, relation))!;

    private static ThroughLink LinkOf(Element element, BelongsToMany relation, object source) =>
        new(
            source,
            ThroughRows.TargetKey(element.Row!, relation),
            TargetWriter.ThroughValues(element, relation),
            element.Source.Scope.Into(relation.Name, relation).Into(relation.Through.Name)
        );
}
