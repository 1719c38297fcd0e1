using System.Text.Json;
using Pergola.Data.Fields;
using Pergola.Data.Sql;

namespace Pergola.Data.Operators;

/// <summary>
/// Values that a subject may be one of, bound as one parameter. NULL among them is left out, because nothing equals it.
/// </summary>
internal sealed record ListOperand(Subject Subject, IReadOnlyList<object?> Values, ColumnType Type)
{
    public static ListOperand Read(OperatorContext context, JsonElement operand)
    {
        var subject = new Subject(context.Path);
        var elements =
            operand.ValueKind == JsonValueKind.Array
                ? operand.EnumerateArray().Where(e => e.ValueKind != JsonValueKind.Null).ToList()
                : [operand];
        var scalars = elements.ConvertAll(element => ScalarOperand.Read(context, element));
        if (!subject.IsDocument)
        {
            // A number of another type than the column's, such as 1.5 for integers, equals no value of the column.
            return new ListOperand(
                subject,
                [.. scalars.Where(s => s.Type == subject.Type).Select(s => s.Value)],
                subject.Type
            );
        }

        var areNumbers = scalars.Count > 0 && scalars.TrueForAll(s => s.Type == Subject.NumberType);
        return areNumbers
            ? new ListOperand(subject, [.. scalars.Select(s => s.Value)], Subject.NumberType)
            : new ListOperand(
                subject,
                [.. elements.Select(e => ScalarText.Of(e, context.Path.ToString()))],
                Subject.TextType
            );
    }

    /// <summary>Appends that the subject is one of the values.</summary>
    public void In(SqlWriter sql, string column) =>
        sql.In(Type, Subject.IsDocument ? Subject.Comparable(sql, column, Type) : column, Values);
}
