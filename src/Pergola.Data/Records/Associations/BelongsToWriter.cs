using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Data.Records.Writing;
using Pergola.Data.Relations;
using Pergola.Data.Schema;

namespace Pergola.Data.Records.Associations;

/// <summary>Nested values of a belongsTo: targets first, then their keys become values of the sources.</summary>
internal sealed class BelongsToWriter(TargetWriter targets)
{
    public async Task WriteAsync(
        WriteSession session,
        BelongsTo relation,
        IReadOnlyList<AssociationInput> inputs,
        CancellationToken cancellationToken
    )
    {
        var key = relation.TargetKey;
        var elements = new List<Element>();
        foreach (var (source, value) in inputs)
        {
            if (value.ValueKind == JsonValueKind.Null)
            {
                Set(source, relation, null, default);
                OmitChanger(source);
                source.Show(relation, null);
                continue;
            }

            RefuseArray(relation, value);
            var element = Element.Read(source, value, relation, key, session.Values);
            if (element.IsObject)
            {
                elements.Add(element);
            }
            else
            {
                // Recorded: a bare key is stored without a look at the target.
                Set(source, relation, element.Key, value);
            }
        }

        await targets.FindAsync(session, key, elements, cancellationToken);
        await targets.UpdateExistingAsync(session, relation, key, elements, cancellationToken);
        await targets.CreateMissingAsync(session, relation, key, elements, static _ => null, cancellationToken);
        foreach (var element in elements)
        {
            Set(element.Source, relation, element.Row!.Value(key), element.KeyJson);
            if (element.Record is { } record)
            {
                element.Source.Show(relation, [new WholeTarget(record)]);
            }
        }
    }

    /// <summary>Recorded: an update that empties a belongsTo does not say who changed the record.</summary>
    private static void OmitChanger(RecordDraft source)
    {
        if (source.Scope.IsUpdate)
        {
            source.Omitted = source.Plan.Collection.Columns.FirstOrDefault(c => c.Role == FieldRole.UpdatedById);
        }
    }

    public static void RefuseArray(Relation relation, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            throw new BadRequestException(
                "The value of '{field}' cannot be in array format",
                [("field", relation.Name)],
                relation.Name
            );
        }
    }

    private static void Set(RecordDraft source, BelongsTo relation, object? value, JsonElement given)
    {
        var column = relation.ForeignKey;
        source.Values[column] = StoredValue.As(column.ColumnType.Kind, value);
        source.Echoes.Remove(column);
        if (source.Scope.IsUpdate && given.ValueKind == JsonValueKind.String && column.Type.EchoesInput)
        {
            source.Echoes[column] = given;
        }
    }
}
